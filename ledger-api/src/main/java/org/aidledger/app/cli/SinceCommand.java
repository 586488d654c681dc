package org.aidledger.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.platform.Ledger;
import org.aidledger.log.SinceVisit;
import org.aidledger.log.SinceVisit.Added;
import org.aidledger.log.SinceVisit.Finding;
import org.aidledger.text.Texts;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger since}. */
@Command(name = "since",
        description = "What became of the log since a checkpoint was saved: the proof that it went on from there and what was "
                + "added, back-dated or reversed, or the proof that history was rewritten.")
final class SinceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private LedgerOptions options;

    @Mixin private LanguageOption language;

    @Parameters(paramLabel = "FILE",
            description = "The checkpoint saved at the last visit: its text (as served at /log/checkpoint), or a picture of its QR "
                    + "code, PNG or JPEG") private Path file;

    @Option(names = "--save", paramLabel = "FILE",
            description = "Write the present checkpoint there, for the next visit; only when the log went on") private @Nullable Path save;

    @SuppressWarnings("NullAway.Init")
    SinceCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw new NotFound("there is no checkpoint file " + file);
        }
        SignedCheckpoint saved = SavedCheckpoint.read(file);
        try (Ledger ledger = options.open()) {
            Finding finding =
                    new SinceVisit(ledger.database(), ledger.checkpoints(), ledger.published()).compare(saved);
            PrintWriter out = spec.commandLine().getOut();
            if (options.json()) {
                out.println(Json.write(json(finding, saved)));
            } else {
                print(finding, saved, out);
            }
            out.flush();
            if (save != null && finding instanceof Finding.WentOn) {
                Files.write(save, finding.now().toBytes());
            }
            return switch (finding) {
                case Finding.WentOn _ -> ExitCode.OK;
                case Finding.Rewritten _,Finding.Shrunk _ -> ExitCode.NOT_SOUND;
                case Finding.NotOurs _ -> bearsOurName(finding, saved) ? ExitCode.NOT_SOUND : ExitCode.USAGE;
            };
        }
    }

    /** No key of this ledger signed it: either it is not genuine, or another history was put in this one's place. */
    private static boolean bearsOurName(Finding finding, SignedCheckpoint saved) {
        return finding.now().checkpoint().origin().equals(saved.checkpoint().origin());
    }

    private static Map<String, Object> json(Finding finding, SignedCheckpoint saved) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", switch (finding) {
            case Finding.WentOn _ -> "went-on";
            case Finding.Rewritten _ -> "rewritten";
            case Finding.Shrunk _ -> "shrunk";
            case Finding.NotOurs _ -> "not-ours";
        });
        json.put("saved", saved.note().toString());
        json.put("now", finding.now().note().toString());
        if (finding instanceof Finding.WentOn(var _, var proof, var added)) {
            json.put("proof", proof.path().stream().map(Hash::base64).toList());
            json.put("added", added);
        } else if (finding instanceof Finding.Rewritten(var _, var root)) {
            json.put("rootNow", root.base64());
        }
        return json;
    }

    private void print(Finding finding, SignedCheckpoint saved, PrintWriter out) {
        Texts texts = Texts.beside(SinceCommand.class, language.locale());
        Map<String, String> sizes = Map.of("saved", language.number(saved.checkpoint().size()), "now",
                language.number(finding.now().checkpoint().size()));
        switch (finding) {
            case Finding.WentOn(var _, var proof, var added) -> {
                out.println(texts.say("since.went-on", sizes) + " "
                        + texts.say("since.proof", Map.of("hashes", language.number(proof.path().size()))));
                print(added, texts, out);
            }
            case Finding.Rewritten(var _, var root) -> {
                out.println(texts.say("since.rewritten", sizes));
                out.println("  " + texts.say("since.root-saved", Map.of("root", saved.checkpoint().root().base64())));
                out.println("  " + texts.say("since.root-now", Map.of("root", root.base64())));
                out.println(texts.say("since.keep", Map.of()));
                out.print(finding.now().note());
            }
            case Finding.Shrunk _ -> {
                out.println(texts.say("since.shrunk", sizes));
                out.println(texts.say("since.keep", Map.of()));
                out.print(finding.now().note());
            }
            case Finding.NotOurs(var _, var why) -> {
                boolean named = bearsOurName(finding, saved);
                out.println(texts.say(named ? "since.unlinked" : "since.not-ours",
                        Map.of("why", VerifierTexts.in(texts.language()).detail(why))));
                out.println(texts.say(named ? "since.unlinked-advice" : "since.not-ours-advice", Map.of()));
            }
        }
    }

    private void print(Added added, Texts texts, PrintWriter out) {
        out.println(texts.say("since.added", Map.of("events", language.number(added.events()), "backDated",
                language.number(added.backDated()), "visited", added.visited().toString(), "reversals",
                language.number(added.reversals()))));
        added.streams()
                .forEach(stream -> out.println("  " + texts.say("since.stream", Map.of("stream", "%-30s".formatted(
                        stream.id()), "events", language.number(stream.events()), "backDated",
                        language.number(stream.backDated()),
                        "reversals", language.number(stream.reversals())))));
        if (added.streamCount() > added.streams().size()) {
            out.println("  " + texts.say("since.more", Map.of("more",
                    language.number(added.streamCount() - added.streams().size()))));
        }
    }
}
