package org.aidledger.app.witness;

import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.app.witness.Witness.Answer;
import org.aidledger.app.witness.Witnesses.State;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.MerkleTree;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.ConsistencyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness by itself, and a ledger that asks witnesses. */
class WitnessTest {

    private static final NoteSigner LOG = new NoteSigner("ledger.example/aid", SigningKey.ofSeed(new byte[32]));
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @TempDir Path folder;

    private final Cosigner cosigner = new Cosigner("witness.example/w1", SigningKey.generate());

    private Witness witness() {
        return new Witness(cosigner, folder, List.of(LOG.verifierKey()), InstantSource.fixed(NOW));
    }

    /** The log whose entries are this text and a number. */
    private static List<Hash> leaves(String text, int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(new TreeHasher().leaf((text + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static byte[] request(String text, int old, int size, NoteSigner signer) {
        List<Hash> leaves = leaves(text, size);
        byte[] hashes = new byte[size * 32];
        for (int i = 0; i < size; i++) {
            leaves.get(i).copyTo(hashes, i * 32);
        }
        MerkleTree tree = new MerkleTree((level, from, to) -> Arrays.copyOfRange(hashes, (int) from * 32,
                (int) to * 32));
        ConsistencyProof proof = old <= size ? tree.consistency(old, size) : new ConsistencyProof(0, size, List.of());
        Checkpoint checkpoint = new Checkpoint(signer.verifierKey().name(), size,
                RightEdge.empty().append(leaves).after().root());
        String body = new ConsistencyFile(proof, SignedCheckpoint.sign(checkpoint, signer)).toString();
        return body.replaceFirst("^old [0-9]+", "old " + old).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void it_cosigns_what_goes_on_from_the_last_one_it_saw() {
        Answer first = witness().addCheckpoint(request("a", 0, 3, LOG));
        Answer second = witness().addCheckpoint(request("a", 3, 8, LOG));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).isInstanceOfSatisfying(Answer.Cosigned.class, cosigned -> {
            SignedCheckpoint checkpoint = ConsistencyFile.parse(request("a", 3, 8, LOG)).checkpoint();
            checkpoint.with(cosigned.signature()).verify(LOG.verifierKey(), List.of(cosigner.verifierKey()), 1);
            assertThat(cosigned.signature().time(cosigner.verifierKey())).contains(NOW);
        });
        assertThat(witness().addCheckpoint(request("a", 8, 8, LOG)).status()).as("the same once more").isEqualTo(200);
    }

    @Test
    void each_way_to_be_wrong_has_its_own_answer() {
        Witness witness = witness();
        assertThat(witness.addCheckpoint(request("a", 0, 5, LOG)).status()).isEqualTo(200);

        assertThat(witness.addCheckpoint(request("a", 2, 8, LOG))).isEqualTo(new Answer.Elsewhere(5));
        assertThat(witness.addCheckpoint(request("b", 5, 8, LOG)).status()).as("another history").isEqualTo(422);
        assertThat(witness.addCheckpoint(request("b", 5, 5, LOG)).status()).as("two roots").isEqualTo(422);
        assertThat(witness.addCheckpoint(request("a", 9, 8, LOG)).status()).as("backwards").isEqualTo(400);
        assertThat(witness.addCheckpoint("nonsense".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        NoteSigner forger = new NoteSigner("ledger.example/aid", SigningKey.generate());
        assertThat(witness.addCheckpoint(request("a", 5, 8, forger)).status()).isEqualTo(403);
        NoteSigner other = new NoteSigner("ledger.example/other", SigningKey.generate());
        assertThat(witness.addCheckpoint(request("a", 5, 8, other)).status()).isEqualTo(404);
        assertThat(witness.addCheckpoint(request("a", 5, 8, LOG)).status()).as("it is none the worse").isEqualTo(200);
    }

    @Test
    void of_two_histories_offered_at_once_it_cosigns_one() throws Exception {
        Witness witness = witness();
        assertThat(witness.addCheckpoint(request("a", 0, 1, LOG)).status()).isEqualTo(200);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round < 20; round++) {
                int old = round;
                Future<Answer> one = both.submit(() -> witness.addCheckpoint(request("a", old, old + 1, LOG)));
                Future<Answer> other = both.submit(() -> witness.addCheckpoint(request("a", old, old + 2, LOG)));
                List<Integer> statuses = List.of(one.get().status(), other.get().status());
                assertThat(statuses).as("round %d", round).contains(200);
                if (statuses.get(0) == 200 && statuses.get(1) == 200) {
                    throw new AssertionError("both were cosigned from the same size");
                }
                if (statuses.get(1) == 200) {
                    round++;
                }
            }
        }
    }

    @Test
    void a_ledger_collects_cosignatures_and_serves_them_with_its_checkpoint() throws IOException {
        try (TestLedger served = TestLedger.closed()) {
            registered(served.as("officer"), "PRJ-1");
            Witness one = watching(served, "w1");
            Witness two = watching(served, "w2");
            try (WitnessServer first = start(one);
                    WitnessServer second = start(two);
                    Witnesses witnesses = asking(served, new WitnessAddress(one.verifierKey(), address(first)),
                            new WitnessAddress(two.verifierKey(), address(second)),
                            new WitnessAddress(cosigner.verifierKey(),
                                    URI.create("http://127.0.0.1:1/add-checkpoint")))) {
                witnesses.push();
                registered(served.as("officer"), "PRJ-2");
                witnesses.push();

                SignedCheckpoint checkpoint = SignedCheckpoint.parse(
                        served.anyone().gets("/log/checkpoint").thenStatus(200).bytes());
                checkpoint.verify(served.ledger().checkpoints().identity().verifierKey(),
                        List.of(one.verifierKey(), two.verifierKey()), 2);
                assertThat(witnesses.cosigned(2)).isEqualTo(2);
                assertThat(witnesses.statuses()).extracting(Witnesses.Status::state)
                        .containsExactly(State.COSIGNED, State.COSIGNED, State.UNREACHABLE);
                registered(served.as("officer"), "PRJ-3");
                assertThat(served.anyone().gets("/log/cosigned-checkpoint").thenStatus(200).bytes())
                        .isEqualTo(checkpoint.toBytes());
                assertThat(served.as("auditor").gets("/api/v1/log/witnesses").thenStatus(200).at("/configured"))
                        .isEqualTo("0");
                assertThat(served.as("auditor").gets("/actuator/metrics/ledger.witnesses?tag=state:REFUSED")
                        .thenStatus(200).at("/measurements/0/value")).startsWith("0");
            }
        }
    }

    @Test
    void a_witness_that_saw_another_history_refuses_and_that_is_an_alarm() throws IOException {
        SigningKey key = SigningKey.generate();
        Cosigner memory = new Cosigner("witness.example/w1", SigningKey.generate());
        try (TestLedger before = TestLedger.signedWith(key); TestLedger rewritten = TestLedger.signedWith(key)) {
            registered(before.as("officer"), "PRJ-1");
            registered(before.as("officer"), "PRJ-2");
            Witness witness = new Witness(memory, folder,
                    List.of(before.ledger().checkpoints().identity().verifierKey()), InstantSource.system());
            try (WitnessServer server = start(witness)) {
                WitnessAddress address = new WitnessAddress(witness.verifierKey(), address(server));
                try (Witnesses honest = asking(before, address)) {
                    honest.push();
                    assertThat(honest.count(State.COSIGNED)).isEqualTo(1);
                }
                registered(rewritten.as("officer"), "PRJ-x");
                try (Witnesses asked = asking(rewritten, address)) {
                    asked.push();
                    assertThat(asked.count(State.REFUSED)).as("a smaller log").isEqualTo(1);
                    registered(rewritten.as("officer"), "PRJ-y");
                    registered(rewritten.as("officer"), "PRJ-z");
                    asked.push();
                    assertThat(asked.count(State.REFUSED)).as("another history").isEqualTo(1);
                    assertThat(asked.statuses().getFirst().detail()).startsWith("422");
                    assertThat(rewritten.ledger().checkpoints().lastCosigned()).isEmpty();
                }
            }
        }
    }

    @Test
    void a_witness_follows_the_log_to_the_key_that_the_old_one_signed() throws IOException {
        try (TestLedger served = TestLedger.closed()) {
            registered(served.as("officer"), "PRJ-1");
            Witness told = watching(served, "w1");
            VerifierKey old = served.ledger().checkpoints().identity().verifierKey();
            try (WitnessServer server = start(told);
                    Witnesses witnesses = asking(served, new WitnessAddress(told.verifierKey(), address(server)))) {
                witnesses.push();
                served.ledger().checkpoints().rotateKey();
                registered(served.as("officer"), "PRJ-2");

                witnesses.push();

                assertThat(witnesses.statuses()).extracting(Witnesses.Status::state, Witnesses.Status::size)
                        .containsExactly(tuple(State.COSIGNED, 2L));
                registered(served.as("officer"), "PRJ-3");
                witnesses.push();
                assertThat(witnesses.cosigned(3)).isEqualTo(1);
            }
            byte[] statement = served.anyone().gets("/log/key-rotations").thenStatus(200).bytes();
            Witness restarted = new Witness(cosigner, folder.resolve("w1"), List.of(old), InstantSource.system());
            assertThat(restarted.addKeyRotations(statement).status()).as("known already").isEqualTo(200);
        }
    }

    @Test
    void a_witness_follows_no_key_that_the_log_did_not_hand_on_to() {
        Witness witness = witness();
        assertThat(witness.addCheckpoint(request("a", 0, 5, LOG)).status()).isEqualTo(200);
        NoteSigner next = new NoteSigner("ledger.example/aid", SigningKey.generate());
        NoteSigner stranger = new NoteSigner("ledger.example/aid", SigningKey.generate());
        Checkpoint seen = ConsistencyFile.parse(request("a", 0, 5, LOG)).checkpoint().checkpoint();
        Checkpoint earlier = ConsistencyFile.parse(request("a", 0, 4, LOG)).checkpoint().checkpoint();
        Checkpoint other = ConsistencyFile.parse(request("b", 0, 5, LOG)).checkpoint().checkpoint();

        assertThat(follows(witness, KeyRotation.sign(seen, stranger, next))).isEqualTo(403);
        assertThat(follows(witness, KeyRotation.sign(earlier, LOG, next))).as("it cosigned a later one").isEqualTo(422);
        assertThat(follows(witness, KeyRotation.sign(other, LOG, next))).as("two roots").isEqualTo(422);
        assertThat(witness.addKeyRotations("nonsense".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(witness.addCheckpoint(request("a", 5, 8, next)).status()).isEqualTo(403);

        assertThat(follows(witness, KeyRotation.sign(seen, LOG, next))).isEqualTo(200);
        assertThat(follows(witness, KeyRotation.sign(seen, LOG, stranger))).as("handed on twice").isEqualTo(403);
        assertThat(witness.addCheckpoint(request("a", 5, 8, LOG)).status()).as("its time is over").isEqualTo(403);
        assertThat(witness.addCheckpoint(request("a", 5, 8, next)).status()).isEqualTo(200);
    }

    private static int follows(Witness witness, KeyRotation rotation) {
        return witness.addKeyRotations(KeyRotation.write(List.of(rotation))).status();
    }

    @Test
    void the_file_of_witnesses_is_read_or_complained_of_with_its_line() throws IOException {
        Path file = folder.resolve("witnesses");
        assertThat(WitnessAddress.read(file)).isEmpty();
        Files.writeString(file, "# ours\n\n" + cosigner.verifierKey() + " https://witness.example/\n");
        assertThat(WitnessAddress.read(file)).containsExactly(new WitnessAddress(cosigner.verifierKey(),
                URI.create("https://witness.example/add-checkpoint")));
        for (String line : List.of("nonsense https://x.example", cosigner.verifierKey() + "",
                LOG.verifierKey() + " https://x.example", cosigner.verifierKey() + " ftp://x.example")) {
            Files.writeString(file, "# ours\n" + line + "\n");
            assertThatThrownBy(() -> WitnessAddress.read(file)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2");
        }
    }

    private Witness watching(TestLedger served, String name) {
        return new Witness(new Cosigner("witness.example/" + name, SigningKey.generate()), folder.resolve(name),
                List.of(served.ledger().checkpoints().identity().verifierKey()), InstantSource.system());
    }

    private static WitnessServer start(Witness witness) throws IOException {
        return WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static URI address(WitnessServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint");
    }

    private static Witnesses asking(TestLedger served, WitnessAddress... addresses) {
        return new Witnesses(served.ledger().checkpoints(), served.ledger().published(), List.of(addresses),
                InstantSource.system());
    }
}
