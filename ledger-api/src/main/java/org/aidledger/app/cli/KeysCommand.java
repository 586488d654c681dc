package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.platform.Ledger;
import org.aidledger.text.Texts;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./ledger keys}. */
@Command(name = "keys", description = "The key that the log signs with, and those before it.")
final class KeysCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @SuppressWarnings("NullAway.Init")
    KeysCommand() {
    }

    @Override
    public Integer call() {
        try (Ledger ledger = options.open()) {
            answer(ledger, options, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    /** Goes over to a new key; what was signed before stays valid. */
    @Command(name = "rotate",
            description = "Makes a new key and goes over to it: the old key signs that the new one follows. Everything signed "
                    + "before stays valid under the old key. Publish the new key, and back up the data folder's log/ at once.")
    int rotate(@Mixin LedgerOptions here) {
        try (Ledger ledger = here.open()) {
            ledger.checkpoints().rotateKey();
            answer(ledger, here, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private static void answer(Ledger ledger, LedgerOptions options, PrintWriter out) {
        VerifierKey key = ledger.checkpoints().current().verifierKey();
        List<KeyRotation> rotations = ledger.checkpoints().current().keys().rotations();
        if (options.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("vkey", key.toString());
            json.put("fingerprint", BundleVerifier.fingerprint(key));
            json.put("rotations", rotations.stream().map(rotation -> Map.of("size", rotation.at().size(), "from",
                    rotation.from().toString(), "to", rotation.to().toString())).toList());
            out.println(Json.write(json));
        } else {
            Texts texts = Texts.beside(KeysCommand.class, Locale.getDefault());
            out.println(texts.say("keys.present", Map.of("key", key.toString())));
            out.println(texts.say("keys.fingerprint", Map.of("fingerprint", BundleVerifier.fingerprint(key))));
            rotations.forEach(rotation -> out.println(texts.say("keys.rotated",
                    Map.of("size", Long.toString(rotation.at().size()), "from", rotation.from().toString()))));
        }
        out.flush();
    }
}
