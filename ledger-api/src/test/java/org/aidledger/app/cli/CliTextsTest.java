package org.aidledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.log.Verdict;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.log.Verdict.Held;
import org.aidledger.rules.Term;
import org.aidledger.text.Texts;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.deadline.Obligation;
import org.junit.jupiter.api.Test;

class CliTextsTest {

    private static final Pattern CODE = Pattern.compile("say\\(\\s*\"([a-z.-]+[a-z])\"");

    private static Texts in(String language) {
        return Texts.beside(LedgerCommandLine.class, Locale.of(language));
    }

    private static String said(String language, Verdict verdict) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        VerdictText.print(verdict, null, 1.5, in(language), out);
        out.flush();
        return said.toString();
    }

    @Test
    void both_languages_say_the_same_codes_with_the_same_arguments() {
        assertThat(in("vi").codes()).isEqualTo(in("en").codes());
        for (String code : in("en").codes()) {
            assertThat(in("vi").argumentsOf(code)).as(code).isEqualTo(in("en").argumentsOf(code));
        }
    }

    @Test
    void every_sentence_that_the_command_line_uses_is_there() throws IOException {
        Path root = Path.of(System.getProperty("aidledger.root"));
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(root.resolve("ledger-api/src/main/java/org/aidledger/app/cli"))) {
            for (Path file : files.filter(file -> Stream
                    .of("Keys", "Since", "Verdict", "Verify", "Language", "Conversion", "Deadlines", "Headline",
                            "Targets")
                    .anyMatch(file.getFileName().toString()::startsWith)).toList()) {
                CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(in("en").codes()).containsAll(used);
        assertThat(in("en").codes())
                .containsAll(Stream.of(Measure.values()).map(measure -> "measure." + measure.key()).toList())
                .containsAll(Stream.of(Obligation.Kind.values()).map(kind -> "deadlines.kind." + kind).toList())
                .containsAll(Stream.of(Term.Unit.values()).map(unit -> "deadlines.unit." + unit).toList());
    }

    @Test
    void a_verdict_is_said_in_both_languages() {
        Verdict sound = new Verdict(0, TreeHasher.EMPTY_ROOT, Optional.empty(),
                Arrays.asList(new Held("checkpoint", 3_000), new Held("files", 2), new Held("figures", 1)));
        Verdict bad = new Verdict(9, TreeHasher.EMPTY_ROOT, Optional.of(new Defect("ENTRY_DIFFERS", 4, 4,
                "hash 4 of level 0 is ab, stored is cd")),
                List.of());

        assertThat(said("en", sound)).startsWith("Sound: 0 events").contains("checkpoint of 3,000 events");
        assertThat(said("vi", sound)).startsWith("Đúng: 0 sự kiện").contains("điểm kiểm tra có 3.000 sự kiện");
        assertThat(said("vi", bad)).startsWith("KHÔNG ĐÚNG: sự kiện sai đầu tiên là 4: ENTRY_DIFFERS")
                .contains("  mã băm 4 của tầng 0 là ab, mã được lưu là cd");
        assertThat(said("en", bad)).contains("  hash 4 of level 0 is ab, stored is cd");
        for (String language : List.of("en", "vi")) {
            assertThat(said(language, sound) + said(language, bad)).doesNotContain("{", "verify.");
        }
    }
}
