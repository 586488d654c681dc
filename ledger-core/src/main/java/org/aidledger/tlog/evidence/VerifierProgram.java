package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aidledger.tlog.SignatureType;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;

/** {@code java -jar verifier.jar BUNDLE.zip}: verifies a bundle far from the ledger, with nothing but a Java of 17 or newer. */
public final class VerifierProgram {

    private static final int SOUND = 0;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int NOT_SOUND = 4;
    private static final int NOT_FOUND = 5;

    private final List<VerifierKey> keys = new ArrayList<>();
    private Optional<SignedCheckpoint> saved = Optional.empty();
    private Optional<Path> bundle = Optional.empty();
    private String language = Locale.getDefault().getLanguage();
    private int quorum;
    private boolean json;

    private VerifierProgram() {
    }

    /** Ends with 0 when the bundle is sound, 4 when it is not, 2 when the words were not understood, 5 without such a file. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new VerifierProgram().run(List.of(args), out));
    }

    private int run(List<String> args, PrintStream out) {
        try {
            read(args.iterator());
            VerifierTexts texts = VerifierTexts.in(language);
            if (bundle.isEmpty()) {
                out.printf(texts.say("program.usage") + "%n");
                return NOT_UNDERSTOOD;
            }
            BundleVerdict verdict = BundleVerifier.verify(bundle.get(), trust());
            out.println(json ? VerdictReport.json(verdict, texts) : VerdictReport.text(verdict, texts));
            return verdict.isSound() ? SOUND : NOT_SOUND;
        } catch (NoSuchFileException e) {
            out.println(VerifierTexts.in(language).say("program.not-found", Map.of("file", e.getFile())));
            return NOT_FOUND;
        } catch (IOException | IllegalArgumentException | TlogException e) {
            out.println(VerifierTexts.in(language).say("program.not-understood",
                    Map.of("detail", String.valueOf(e.getMessage()))));
            return NOT_UNDERSTOOD;
        }
    }

    private void read(Iterator<String> words) throws IOException {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--json" :
                    json = true;
                    break;
                case "--lang" :
                    language = value(word, words);
                    break;
                case "--vkey" :
                    keys.add(VerifierKey.parse(value(word, words)));
                    break;
                case "--quorum" :
                    quorum = Integer.parseInt(value(word, words));
                    break;
                case "--checkpoint" :
                    saved = Optional.of(SignedCheckpoint.parse(Files.readAllBytes(Path.of(value(word, words)))));
                    break;
                default :
                    if (word.startsWith("-") || bundle.isPresent()) {
                        throw new IllegalArgumentException(word);
                    }
                    bundle = Optional.of(Path.of(word));
            }
        }
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option);
        }
        return words.next();
    }

    private Trust trust() {
        List<VerifierKey> logs = keys.stream().filter(key -> key.type() == SignatureType.ED25519).toList();
        if (logs.size() > 1) {
            throw new IllegalArgumentException("--vkey: two keys of ledgers");
        }
        return new Trust(logs.stream().findFirst(), keys.stream()
                .filter(key -> key.type() == SignatureType.COSIGNATURE_V1).toList(), quorum, saved);
    }
}
