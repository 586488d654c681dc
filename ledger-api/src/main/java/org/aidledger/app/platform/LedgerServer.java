package org.aidledger.app.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.aidledger.app.security.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * An open ledger served over HTTP: the REST interface under {@code /api/v1}, the log under {@code /log} and the pages. Binds to
 * 127.0.0.1 unless {@code LEDGER_ADDRESS} says otherwise; who opens it to others puts a proxy with TLS before it, since HTTP
 * Basic sends passwords.
 */
public final class LedgerServer implements AutoCloseable {

    private static final Duration WITNESSES_EVERY = Duration.ofSeconds(5);

    private final ConfigurableApplicationContext context;
    private final int port;
    private final @Nullable InetAddress address;

    private LedgerServer(ConfigurableApplicationContext context, int port, @Nullable InetAddress address) {
        this.context = context;
        this.port = port;
        this.address = address;
    }

    /**
     * Starts to serve; returns when requests are answered. The ledger stays the caller's to close, after this server.
     *
     * @param port to listen on; 0 for any that is free
     */
    public static LedgerServer start(Ledger ledger, int port, Users users) {
        SpringApplication application = new SpringApplication(ServedLedger.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // The caller closes server and ledger in this order; a hook would close them at the same time.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("ledger", Map.of("server.port", port)));
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Users.class, () -> users);
            beans.registerBean(Ledger.class, () -> ledger, definition -> definition.setDestroyMethodName(""));
        });
        ConfigurableApplicationContext context = application.run();
        ledger.witnesses().follow(WITNESSES_EVERY);
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return new LedgerServer(context, server.getPort(), context.getBean(ServerProperties.class).getAddress());
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Whether it answers on every address of this machine. */
    public boolean isOnAllAddresses() {
        return address == null || address.isAnyLocalAddress();
    }

    /** Where a browser on this machine finds it. */
    public String home() {
        return "http://" + host() + ":" + port + "/";
    }

    private String host() {
        if (address == null || address.isAnyLocalAddress() || address.equals(InetAddress.getLoopbackAddress())) {
            return "localhost";
        }
        String numbers = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + numbers.replace("%", "%25") + "]" : numbers;
    }

    /** Answers the requests it has, takes no new ones, and stops. */
    @Override
    public void close() {
        context.close();
    }
}
