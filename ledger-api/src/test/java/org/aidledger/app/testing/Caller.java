package org.aidledger.app.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Someone who sends requests, told as: {@code caller.with("If-Match", "\"3\"").posts("/api/v1/projects", json)}. */
public final class Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param address without a slash at its end
     * @param credentials {@code name:password}; null for nobody's
     */
    public Caller(String address, @Nullable String credentials) {
        this.address = address;
        headers.put("Accept-Language", "en");
        if (credentials != null) {
            headers.put("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private Caller(Caller other, String header, String value) {
        address = other.address;
        headers.putAll(other.headers);
        headers.put(header, value);
    }

    /** The same caller, sending this header from now on. */
    public Caller with(String header, String value) {
        return new Caller(this, header, value);
    }

    public Answer gets(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts JSON, unless another Content-Type was given. */
    public Answer posts(String path, String body) {
        Caller caller = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return caller.send("POST", path, BodyPublishers.ofString(body));
    }

    public Answer posts(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body));
    }

    /** Any other method, without a body. */
    public Answer sends(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
