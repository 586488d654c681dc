package org.aidledger.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A proxy before a ledger that hands on what is asked for, but for some paths, which it answers itself. */
public final class TroubledProxy implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger answered = new AtomicInteger();

    private TroubledProxy(String ledger, String troubled, int status, String body, int times, String retryAfter,
            UnaryOperator<String> asked) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            if (path.contains(troubled) && answered.incrementAndGet() <= times) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
                answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
            } else {
                pass(exchange, URI.create(ledger + asked.apply(path)));
            }
        });
        server.start();
    }

    /** Answers with this status where the path contains the text. */
    public static TroubledProxy answering(TestLedger ledger, int status, String path) {
        return answering(ledger, status, path, "<html>trouble</html>");
    }

    /** Answers with this status and text where the path contains another. */
    public static TroubledProxy answering(TestLedger ledger, int status, String path, String body) {
        return new TroubledProxy(ledger.address(), path, status, body, Integer.MAX_VALUE, "0", asked -> asked);
    }

    /** Answers so many times with this status where the path contains the text, and asks to come back later. */
    public static TroubledProxy busy(TestLedger ledger, int status, String path, int times, String retryAfter) {
        return new TroubledProxy(ledger.address(), path, status, "busy", times, retryAfter, asked -> asked);
    }

    /** Asks the ledger for something else than it is asked for. */
    public static TroubledProxy asking(TestLedger ledger, UnaryOperator<String> asked) {
        return new TroubledProxy(ledger.address(), "no path has this", 500, "", 0, "0", asked);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked for what it answers itself. */
    public int asked() {
        return answered.get();
    }

    private void pass(HttpExchange exchange, URI to) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to);
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
