package org.aidledger.app.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.aidledger.tlog.Limits;

/**
 * A witness over HTTP: {@code POST /add-checkpoint}, {@code POST /add-key-rotations}, and its key at {@code GET /}. A proxy with
 * TLS belongs before it.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int BODY_BYTES_MAX = Limits.NOTE_BYTES_MAX + 8_192;

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    /** @param address where to listen; port 0 for any that is free */
    public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        HttpServer http = HttpServer.create(address, 0);
        WitnessServer server = new WitnessServer(witness, http);
        http.createContext("/add-checkpoint", exchange -> server.take(exchange, witness::addCheckpoint));
        http.createContext("/add-key-rotations", exchange -> server.take(exchange, witness::addKeyRotations));
        http.createContext("/", server::key);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange, Function<byte[], Witness.Answer> asked) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "text/plain", "POST only\n");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                answer(exchange, 413, "text/plain", "at most " + BODY_BYTES_MAX + " bytes\n");
                return;
            }
            Witness.Answer answer = asked.apply(body);
            switch (answer) {
                case Witness.Answer.Cosigned(var signature) ->
                    answer(exchange, answer.status(), "text/plain", signature + "\n");
                case Witness.Answer.Elsewhere(var size) ->
                    answer(exchange, answer.status(), "text/x.tlog.size", size + "\n");
                case Witness.Answer.Followed _ -> answer(exchange, answer.status(), "text/plain", "followed\n");
                case Witness.Answer.Refused(var status, var why) -> answer(exchange, status, "text/plain", why + "\n");
            }
        }
    }

    private void key(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean root = exchange.getRequestURI().getPath().equals("/");
            answer(exchange, root ? 200 : 404, "text/plain", root ? witness.verifierKey() + "\n" : "nothing here\n");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type",
                type.equals("text/plain") ? "text/plain; charset=utf-8" : type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(1);
        threads.close();
    }
}
