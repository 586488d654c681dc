package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.LedgerSettings;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeysCommandTest {

    @TempDir private static Path folder;

    /** The exit code, a space, and what was said. */
    private static String run(String... words) {
        return Cli.run(Stream.concat(Stream.of(words), Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new));
    }

    @Test
    void keys_are_shown_and_rotated_and_what_was_signed_before_still_holds() throws IOException {
        Path sample = folder.resolve("activities.xml");
        try (var in = KeysCommandTest.class.getResourceAsStream("/org/aidledger/app/exchange/iati/owner.xml")) {
            Files.copy(in, sample);
        }
        assertThat(run("import", "iati", sample.toString())).startsWith("0 ");
        Path saved = folder.resolve("saved.txt");
        try (Ledger ledger = Ledger.open(LedgerSettings.from(Map.of(), folder.resolve("data"), null))) {
            Files.write(saved, ledger.checkpoints().latest().toBytes());
        }
        JsonNode before = new JsonMapper().readTree(run("keys", "--json").substring(2));

        String answer = run("keys", "rotate", "--json");

        assertThat(answer).startsWith("0 ");
        JsonNode after = new JsonMapper().readTree(answer.substring(2));
        assertThat(after.get("vkey").asString()).isNotEqualTo(before.get("vkey").asString());
        assertThat(after.get("rotations").get(0).get("from").asString()).isEqualTo(before.get("vkey").asString());
        assertThat(run("keys")).startsWith("0 ").contains(after.get("fingerprint").asString(),
                before.get("vkey").asString());
        for (String key : List.of(before.get("vkey").asString(), after.get("vkey").asString())) {
            assertThat(run("verify", "--vkey", key, "--checkpoint", saved.toString())).startsWith("0 ");
        }
        assertThat(run("since", saved.toString())).startsWith("0 ");
        Path foreign = Files.write(folder.resolve("foreign.txt"),
                SignedCheckpoint.sign(SignedCheckpoint.parse(Files.readAllBytes(saved)).checkpoint(),
                        new NoteSigner("localhost/aid-ledger", SigningKey.generate())).toBytes());
        assertThat(run("since", foreign.toString(), "--lang", "en")).startsWith("4 ")
                .contains("bears the name of this ledger", "another history was put in its place");
        assertThat(run("verify", "--checkpoint", foreign.toString(), "--lang", "en")).startsWith("4 ")
                .contains("CHECKPOINT_UNPROVEN", "bears the name of this ledger");
        Checkpoint ours = SignedCheckpoint.parse(Files.readAllBytes(saved)).checkpoint();
        Path elsewhere = Files.write(folder.resolve("elsewhere.txt"),
                SignedCheckpoint
                        .sign(new Checkpoint("elsewhere.example/log", ours.size(), ours.root(), ours.extensions()),
                                new NoteSigner("elsewhere.example/log", SigningKey.generate()))
                        .toBytes());
        assertThat(run("since", elsewhere.toString(), "--lang", "en")).startsWith("2 ")
                .contains("says nothing about this ledger", "saved from this ledger");
        assertThat(run("verify", "--checkpoint", elsewhere.toString())).startsWith("2 ");
        assertThat(run("verify", "--vkey",
                new NoteSigner("localhost/aid-ledger", SigningKey.generate()).verifierKey().toString()))
                .startsWith("4 ")
                .contains("CHECKPOINT_UNPROVEN");
    }
}
