package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this package writes is checked by the note and tlog packages of Go, and the other way round. */
class SecondOpinionTest {

    /** Where Debian's golang-golang-x-mod-dev puts its sources. */
    private static final Path GO_SOURCES = Path.of("/usr/share/gocode");
    private static final Path GO_TLOG = GO_SOURCES.resolve("src/golang.org/x/mod/sumdb/tlog/tlog.go");
    private static final int SIZE = 70_000;

    @TempDir Path folder;

    @Test
    void go_confirms_our_notes_roots_tiles_and_proofs_and_we_confirm_its_note() throws Exception {
        assumeTrue(Files.exists(GO_TLOG), "golang-golang-x-mod-dev is not installed");
        assumeTrue(hasGo(), "golang-go is not installed");
        List<String> claims = claims();
        List<String> answer = run(claims);
        assertThat(answer).hasSize(2);
        Note note = Note.parse(Base64.getDecoder().decode(answer.get(1)));
        assertThat(note.text()).isEqualTo(claims.size() + " claims hold\n");
        assertThat(note.verify(List.of(VerifierKey.parse(answer.get(0))))).hasSize(1);
    }

    private static List<String> claims() {
        long seed = new Random().nextLong();
        System.out.println("SecondOpinionTest seed " + seed);
        RandomGenerator random = new Random(seed);
        List<String> claims = new ArrayList<>(List.of("size " + SIZE));
        StoredLog log = StoredLog.of(SIZE);
        List<Hash> leaves = Trees.leaves(SIZE);
        MerkleTree tree = new MerkleTree(log.hashes());
        NoteSigner signer = new NoteSigner("ledger.example/aid", SigningKey.generate());
        for (int round = 0; round < 400; round++) {
            int size = round == 0 ? SIZE : random.nextInt(1, random.nextBoolean() ? 600 : SIZE);
            int index = random.nextInt(size);
            Hash root = tree.root(size);
            claims.add("root " + size + " " + root.base64());
            claims.add("inclusion " + size + " " + index + " " + root.base64() + " " + leaves.get(index).base64()
                    + path(tree.inclusion(index, size).path()));
            // This package of Go has no proof from the empty tree.
            claims.add("consistency " + size + " " + (index + 1) + " " + root.base64() + " "
                    + tree.root(index + 1).base64() + path(tree.consistency(index + 1, size).path()));
            SignedCheckpoint checkpoint =
                    SignedCheckpoint.sign(new Checkpoint("ledger.example/aid", size, root), signer);
            claims.add("note " + signer.verifierKey() + " " + StrictText.base64(checkpoint.toBytes()));
        }
        for (TilePath path : List.of(TilePath.in(SIZE, 0, 0), TilePath.in(SIZE, 0, 272), TilePath.in(SIZE, 0, 273),
                TilePath.in(SIZE, 1, 0), TilePath.in(SIZE, 1, 1), TilePath.in(SIZE, 2, 0))) {
            claims.add("tile " + path + " " + StrictText.base64(log.read(path)));
        }
        return claims;
    }

    private static String path(List<Hash> path) {
        StringBuilder text = new StringBuilder();
        path.forEach(hash -> text.append(' ').append(hash.base64()));
        return text.toString();
    }

    private boolean hasGo() throws InterruptedException {
        try {
            return new ProcessBuilder("go", "version").redirectErrorStream(true)
                    .redirectOutput(folder.resolve("version").toFile()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> run(List<String> claims) throws IOException, InterruptedException {
        Path program = folder.resolve("secondopinion.go");
        try (InputStream source = SecondOpinionTest.class.getResourceAsStream("go/secondopinion.go")) {
            assertThat(source).isNotNull();
            Files.copy(source, program);
        }
        Path input = Files.write(folder.resolve("claims"), claims, StandardCharsets.US_ASCII);
        Path output = folder.resolve("answer");
        Path errors = folder.resolve("errors");
        ProcessBuilder go = new ProcessBuilder("go", "run", program.toString()).redirectInput(input.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", GO_SOURCES.toString());
        go.environment().put("GOCACHE", folder.resolve("cache").toString());
        go.environment().put("GOTMPDIR", folder.toString());
        int exit = go.start().waitFor();
        assertThat(exit).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
