package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints and inclusion proofs, good ones and bad ones, judged by the npm package {@code @sigstore/verify}. */
class SigstoreOpinionTest {

    private static final Path MODULES = Path.of(System.getProperty("aidledger.root"), ".ci", "node_modules");
    private static final int SIZE = 70_000;
    private static final String ORIGIN = "ledger.example/aid";

    @TempDir Path folder;

    /** What an auditor holds: an entry, where it is said to be, and the proof. */
    private record Claim(VerifierKey key, SignedCheckpoint checkpoint, byte[] entry, long index, List<Hash> path) {

        private boolean holds() {
            try {
                Checkpoint verified = checkpoint.verify(key);
                new InclusionProof(index, verified.size(), path).verify(new TreeHasher().leaf(entry), verified.root());
                return true;
            } catch (TlogException | IllegalArgumentException e) {
                return false;
            }
        }

        /** The line that the program reads; nothing in it has a space. */
        private String line() {
            return Stream.concat(Stream.of(key.toString(), StrictText.base64(checkpoint.toBytes()),
                    StrictText.base64(entry), Long.toString(index)), path.stream().map(Hash::base64))
                    .collect(Collectors.joining(" "));
        }
    }

    @Test
    void the_package_of_npm_and_we_agree_about_good_proofs_and_bad_ones() throws Exception {
        assumeTrue(Files.exists(MODULES.resolve("@sigstore/verify/package.json")),
                "@sigstore/verify is not installed: npm install --prefix .ci");
        assumeTrue(hasNode(), "node is not installed");
        long seed = new Random().nextLong();
        System.out.println("SigstoreOpinionTest seed " + seed);
        List<Claim> claims = claims(new Random(seed));

        List<String> answers = run(claims);

        assertThat(answers).hasSameSizeAs(claims);
        int good = 0;
        for (int i = 0; i < claims.size(); i++) {
            assertThat(answers.get(i).equals("holds")).as("%s: %s", claims.get(i).line(), answers.get(i))
                    .isEqualTo(claims.get(i).holds());
            good += claims.get(i).holds() ? 1 : 0;
        }
        assertThat(good).isEqualTo(claims.size() / 6);
    }

    /** One good claim, then five that are bad each in its way, and so on. */
    private static List<Claim> claims(RandomGenerator random) {
        MerkleTree tree = new MerkleTree(StoredLog.of(SIZE).hashes());
        NoteSigner signer = new NoteSigner(ORIGIN, SigningKey.generate());
        NoteSigner forger = new NoteSigner(ORIGIN, SigningKey.generate());
        List<Claim> claims = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            int size = round == 0 ? SIZE : random.nextInt(2, random.nextBoolean() ? 600 : SIZE);
            int index = random.nextInt(size);
            Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.root(size));
            SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, signer);
            List<Hash> path = tree.inclusion(index, size).path();
            byte[] entry = Trees.entry(index);
            Claim good = new Claim(signer.verifierKey(), signed, entry, index, path);
            List<Hash> bent = new ArrayList<>(path);
            byte[] hash = bent.get(random.nextInt(path.size())).toBytes();
            hash[random.nextInt(hash.length)] ^= 1;
            bent.set(random.nextInt(path.size()), Hash.of(hash));
            byte[] other = entry.clone();
            other[random.nextInt(other.length)] ^= 1;
            claims.add(good);
            claims.add(new Claim(good.key(), signed, other, index, path));
            claims.add(new Claim(good.key(), signed, entry, index, bent));
            claims.add(new Claim(good.key(), signed, entry, index, path.subList(0, path.size() - 1)));
            claims.add(new Claim(good.key(), signed, Trees.entry((index + 1) % size), index, path));
            claims.add(new Claim(good.key(), SignedCheckpoint.sign(checkpoint, forger), entry, index, path));
        }
        return claims;
    }

    private boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").redirectErrorStream(true)
                    .redirectOutput(folder.resolve("version").toFile()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> run(List<Claim> claims) throws IOException, InterruptedException {
        Path program = folder.resolve("secondopinion.js");
        try (InputStream source = SigstoreOpinionTest.class.getResourceAsStream("node/secondopinion.js")) {
            assertThat(source).isNotNull();
            Files.copy(source, program);
        }
        Path input = Files.write(folder.resolve("claims"), claims.stream().map(Claim::line).toList(),
                StandardCharsets.US_ASCII);
        Path output = folder.resolve("answer");
        Path errors = folder.resolve("errors");
        ProcessBuilder node = new ProcessBuilder("node", program.toString()).redirectInput(input.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        node.environment().put("NODE_PATH", MODULES.toString());
        assertThat(node.start().waitFor()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
