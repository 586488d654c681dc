package org.aidledger.app.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.Limits;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.NoteSignature;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.evidence.ConsistencyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the log's newest checkpoint to the witnesses and collects their cosignatures. */
public final class Witnesses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Checkpoints checkpoints;
    private final PublishedLog published;
    private final List<WitnessAddress> addresses;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<WitnessAddress, Status> statuses = new LinkedHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("witnesses").factory());

    public Witnesses(Checkpoints checkpoints, PublishedLog published, List<WitnessAddress> addresses,
            InstantSource clock) {
        this.checkpoints = checkpoints;
        this.published = published;
        this.addresses = List.copyOf(addresses);
        this.clock = clock;
        addresses.forEach(
                one -> statuses.put(one, new Status(one.key().name(), State.NEVER_ASKED, 0, clock.instant(), "")));
    }

    /** How it stands with a witness. */
    public enum State {
        NEVER_ASKED, COSIGNED,
        /** Out of reach; asked again later. */
        UNREACHABLE,
        /** It will not cosign this log: an alarm, for either the witness or the ledger has another history. */
        REFUSED
    }

    /**
     * The last word with one witness.
     *
     * @param size of the newest checkpoint it cosigned
     * @param detail why, where it did not cosign
     */
    public record Status(String name, State state, long size, Instant at, String detail) {
    }

    /** In the order of the configuration. */
    public synchronized List<Status> statuses() {
        return List.copyOf(statuses.values());
    }

    /** How many witnesses are in this state. */
    public long count(State state) {
        return statuses().stream().filter(one -> one.state() == state).count();
    }

    /** How many witnesses have cosigned the checkpoint of this size. */
    public long cosigned(long size) {
        return statuses().stream().filter(one -> one.state() == State.COSIGNED && one.size() == size).count();
    }

    /** From now on asks whenever the log has grown; each witness one after the other, so that none is asked twice at once. */
    public void follow(Duration every) {
        if (!addresses.isEmpty()) {
            timer.scheduleWithFixedDelay(this::pushOrLog, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void pushOrLog() {
        try {
            push();
        } catch (RuntimeException e) {
            LOG.error("the witnesses could not be asked", e);
        }
    }

    /** Asks every witness that has not cosigned the newest checkpoint. */
    public void push() {
        SignedCheckpoint checkpoint = checkpoints.latest();
        for (WitnessAddress address : addresses) {
            Status before = status(address);
            if (before.state() == State.COSIGNED && before.size() == checkpoint.checkpoint().size()) {
                continue;
            }
            Status after = ask(address, checkpoint, before);
            synchronized (this) {
                statuses.put(address, after);
            }
            if (after.state() == State.REFUSED) {
                LOG.error("witness {} refuses this log: {}", after.name(), after.detail());
            }
        }
    }

    private synchronized Status status(WitnessAddress address) {
        Status status = statuses.get(address);
        if (status == null) {
            throw new IllegalArgumentException("not configured: " + address);
        }
        return status;
    }

    private Status ask(WitnessAddress address, SignedCheckpoint checkpoint, Status before) {
        long size = checkpoint.checkpoint().size();
        try {
            HttpResponse<InputStream> answer = post(address, checkpoint, Math.min(before.size(), size));
            String body = text(answer);
            if (answer.statusCode() == 403 && followsKey(address)) {
                answer = post(address, checkpoint, Math.min(before.size(), size));
                body = text(answer);
            }
            if (answer.statusCode() == 409 && body.strip().matches("0|[1-9][0-9]{0,17}")) {
                long known = Long.parseLong(body.strip());
                if (known > size) {
                    return status(address, State.REFUSED, before.size(), "it has seen " + known
                            + " events of this log, which has " + size);
                }
                answer = post(address, checkpoint, known);
                body = text(answer);
            }
            if (answer.statusCode() == 200) {
                accept(address, checkpoint, body);
                return status(address, State.COSIGNED, size, "");
            }
            State state = answer.statusCode() >= 500 || answer.statusCode() == 429 || answer.statusCode() == 409
                    ? State.UNREACHABLE
                    : State.REFUSED;
            return status(address, state, before.size(), answer.statusCode() + " " + body.strip());
        } catch (TlogException e) {
            return status(address, State.REFUSED, before.size(), "its answer is no cosignature: " + e.getMessage());
        } catch (IOException e) {
            return status(address, State.UNREACHABLE, before.size(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return status(address, State.UNREACHABLE, before.size(), "interrupted");
        }
    }

    private Status status(WitnessAddress address, State state, long size, String detail) {
        return new Status(address.key().name(), state, size, clock.instant(), detail);
    }

    private HttpResponse<InputStream> post(WitnessAddress address, SignedCheckpoint checkpoint, long old)
            throws IOException, InterruptedException {
        ConsistencyFile body =
                new ConsistencyFile(published.consistency(old, checkpoint.checkpoint().size()), checkpoint);
        return client.send(HttpRequest.newBuilder(address.url()).timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body.toBytes())).build(), BodyHandlers.ofInputStream());
    }

    /** Whether the witness now knows the log's new key, which it did not; one that is not ours is told by its operator. */
    private boolean followsKey(WitnessAddress address) throws IOException, InterruptedException {
        List<KeyRotation> rotations = checkpoints.current().keys().rotations();
        if (rotations.isEmpty()) {
            return false;
        }
        HttpResponse<InputStream> answer =
                client.send(HttpRequest.newBuilder(address.url().resolve("add-key-rotations")).timeout(PATIENCE)
                        .POST(BodyPublishers.ofByteArray(KeyRotation.write(rotations))).build(),
                        BodyHandlers.ofInputStream());
        text(answer);
        return answer.statusCode() == 200;
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(Limits.NOTE_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }

    /** Only what verifies is kept. */
    private void accept(WitnessAddress address, SignedCheckpoint checkpoint, String lines) {
        for (NoteSignature signature : Note.parseSignatures(lines)) {
            new Note(checkpoint.note().text(), List.of(signature)).verify(List.of(address.key()));
            checkpoints.cosigned(checkpoint, signature);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
