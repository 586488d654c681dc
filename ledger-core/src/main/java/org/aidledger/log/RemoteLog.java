package org.aidledger.log;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.aidledger.tlog.EntryBundle;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.Limits;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TileSource;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.Json;

/**
 * A log that somebody serves over HTTP (C2SP tlog-tiles). Nothing longer than the format allows is read.
 *
 * <p>Only what the server says that it has not, or hands out wrong, speaks against it. That it cannot answer now
 * ({@link NoAnswer}), hands out to others only ({@link LoginNeeded}) or is no ledger ({@link NoLog}) says nothing about the history.
 */
public final class RemoteLog implements TileSource, AutoCloseable {

    private static final String LOG = "/log";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final int ATTEMPTS_MAX = 5;
    private static final int WAIT_SECONDS = 2;
    private static final int WAIT_SECONDS_MAX = 5;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String prefix;
    private final Optional<String> credentials;
    private final Waiting waiting;

    /**
     * A log at an address.
     *
     * @param address the log's prefix; of an address without a path, {@code /log} below it
     * @param credentials {@code user:password}; entry bundles need the auditor's right
     * @param waiting told each time before the server is asked again; perhaps by two threads at once
     * @throws IllegalArgumentException when it is no HTTP address
     */
    public RemoteLog(String address, Optional<String> credentials, Waiting waiting) {
        this.waiting = waiting;
        URI uri = URI.create(address);
        if (uri.getHost() == null || !address.matches("https?://.*")) {
            throw new IllegalArgumentException(
                    "not the address of a ledger, such as https://ledger.example: " + address);
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        this.prefix = path.isEmpty() || path.equals("/") ? address.replaceFirst("/$", "") + LOG
                : address.replaceFirst("/$", "");
        this.credentials = credentials
                .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Told that the server is busy, and in how many seconds it is asked again. */
    @FunctionalInterface
    public interface Waiting {
        void told(int status, int seconds);
    }

    /** It gives no answer now: out of reach, overloaded, behind a proxy in trouble, its figures behind. Ask again later. */
    public static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message);
        }

        NoAnswer(String message, IOException cause) {
            super(message, cause);
        }
    }

    /** What every ledger serves is not at this address, or is something else: no signature was seen that could be broken. */
    public static final class NoLog extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoLog(String message, TlogException cause) {
            super(message, cause);
        }
    }

    /** It hands out what was asked for to others only, which says nothing about what it holds. */
    public static final class LoginNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LoginNeeded(String message) {
            super(message);
        }
    }

    /** The checkpoint as served; nothing is verified. */
    public SignedCheckpoint checkpoint() {
        return page("checkpoint", Limits.NOTE_BYTES_MAX, SignedCheckpoint::parse);
    }

    /** The key that the server itself gives: compare its fingerprint with one that came by another way. */
    public VerifierKey ownKey() {
        return page("vkey", Limits.NOTE_BYTES_MAX,
                bytes -> VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8).strip()));
    }

    /** The statements by which the log went over to new keys; nothing is verified. None of a server that does not have the page. */
    public List<KeyRotation> keyRotations() {
        return page("key-rotations", Limits.NOTE_BYTES_MAX, KeyRotation::parseAll, Optional.of(List.of()));
    }

    /**
     * The trial balance that the server claims over its first events, by currency, then by account. Needs a login.
     *
     * @throws IllegalArgumentException when the address is only that of a log, not of a ledger
     * @throws NoAnswer when the server's figures are behind its log
     */
    public Map<String, Map<String, BigDecimal>> trialBalance(long size) {
        if (!prefix.endsWith(LOG)) {
            throw new IllegalArgumentException("figures are at a ledger's address, such as https://ledger.example");
        }
        String path = "../api/v1/trial-balance?known=" + size;
        Json answer = page(path, Limits.BUNDLE_BYTES_MAX, bytes -> Json.parse(bytes, path));
        if (answer.get("at").get("known").number() != size) {
            throw new NoAnswer("the figures at " + prefix + " do not hold all " + size
                    + " events yet. Nothing is said about them; try again later.");
        }
        Map<String, Map<String, BigDecimal>> claimed = new TreeMap<>();
        for (Json account : answer.get("accounts").items()) {
            String amount = account.get("amount").text("");
            if (!amount.matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?")) {
                throw new TlogException.Malformed(path, "an amount is no decimal number");
            }
            claimed.computeIfAbsent(account.get("currency").text(""), key -> new TreeMap<>())
                    .put(account.get("account").text(""), new BigDecimal(amount));
        }
        return claimed;
    }

    /** A partial tile that is gone is cut from the full one: a server need keep it no longer than that (C2SP tlog-tiles). */
    @Override
    public byte[] read(TilePath path) {
        try {
            return bytes(path);
        } catch (TlogException.Unavailable gone) {
            if (path.isFull()) {
                throw gone;
            }
            return beginning(path, gone);
        }
    }

    private byte[] beginning(TilePath path, TlogException.Unavailable gone) {
        TilePath full = new TilePath(path.level(), path.index(), Limits.TILE_WIDTH);
        byte[] bytes;
        try {
            bytes = bytes(full);
        } catch (TlogException.Unavailable none) {
            throw gone;
        }
        return path.isEntries() ? EntryBundle.encode(EntryBundle.decode(full, bytes).subList(0, path.width()))
                : Arrays.copyOf(bytes, Math.min(bytes.length, path.width() * Limits.HASH_BYTES));
    }

    private byte[] bytes(TilePath path) {
        return get(path.toString(), path.isEntries() ? Limits.BUNDLE_BYTES_MAX : Limits.TILE_BYTES);
    }

    private <T> T page(String path, int bytesMax, Function<byte[], T> parser) {
        return page(path, bytesMax, parser, Optional.empty());
    }

    /** A page beside the tiles, which no checkpoint covers. */
    private <T> T page(String path, int bytesMax, Function<byte[], T> parser, Optional<T> otherwise) {
        try {
            return parser.apply(get(path, bytesMax));
        } catch (TlogException.Unavailable missing) {
            return otherwise.orElseThrow(() -> noLog(missing));
        } catch (TlogException.Malformed other) {
            throw noLog(other);
        }
    }

    private NoLog noLog(TlogException found) {
        return new NoLog("there is no ledger at " + prefix + ": " + found.getMessage(), found);
    }

    /** @throws TlogException.Unavailable only when the server says that it has no such thing */
    private byte[] get(String path, int bytesMax) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(prefix + "/").resolve(path)).timeout(PATIENCE);
        credentials.ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<InputStream> response = send(request.build());
            try (InputStream body = response.body()) {
                if (response.statusCode() == 401 || response.statusCode() == 403) {
                    throw new LoginNeeded(
                            prefix + " hands " + path + " to auditors only: give --user, and the password "
                                    + "in LEDGER_PASSWORD or by --password. Nothing is said about the history yet.");
                }
                if (response.statusCode() == 404 || response.statusCode() == 410) {
                    throw new TlogException.Unavailable(path, "the server answered " + response.statusCode());
                }
                if (response.statusCode() >= 300 && response.statusCode() < 400) {
                    throw new IllegalArgumentException(prefix + " sends to " + response.headers().firstValue("Location")
                            .orElse("another address") + "; give that address. Nothing is said about the history.");
                }
                if (response.statusCode() != 200) {
                    throw new NoAnswer(prefix + " answered " + response.statusCode() + " when asked for " + path
                            + ". Nothing is said about the history; try again later.");
                }
                byte[] bytes = body.readNBytes(bytesMax + 1);
                if (bytes.length > bytesMax) {
                    throw new TlogException.Malformed(path, "longer than " + bytesMax + " bytes");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new NoAnswer(prefix + " cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + path, e);
        }
    }

    /** A server that is busy is asked again a few times; its last answer counts. */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (attempt == ATTEMPTS_MAX || !BUSY.contains(response.statusCode())) {
                return response;
            }
            response.body().close();
            int seconds = waitSeconds(response);
            waiting.told(response.statusCode(), seconds);
            Thread.sleep(Duration.ofSeconds(seconds));
        }
    }

    /** What Retry-After asks for in seconds (RFC 9110, 10.2.3), up to a bound. A date there is not read: clocks differ. */
    private static int waitSeconds(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Math.min(Integer.parseInt(text), WAIT_SECONDS_MAX)).orElse(WAIT_SECONDS);
    }

    @Override
    public void close() {
        client.close();
    }
}
