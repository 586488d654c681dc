package org.aidledger.tlog.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.TlogException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the verifiers find is said in Vietnamese too. */
class DetailTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[1-9]}");
    /** A call whose arguments say what was found: words, with values put in between. */
    private static final Pattern FOUND = Pattern.compile(
            "(?:TlogException\\.[A-Z][a-z]+|malformed|refused|unproven|rootDiffers|fail|[dD]efect)\\(([^;]*?)\\)+;",
            Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static Set<String> arguments(String text) {
        return new TreeSet<>(ARGUMENT.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void both_languages_put_in_the_same_values() {
        DetailTexts.vietnamese().all().forEach((english, vietnamese) -> {
            assertThat(arguments(vietnamese)).as(english).isEqualTo(arguments(english));
            assertThat(vietnamese).as(english).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void what_was_compared_stays_in_the_sentence() {
        DetailTexts texts = DetailTexts.vietnamese();
        assertThat(texts.say("inclusion proof of entry 4 in size 9: leads to the root ab and not to cd"))
                .isEqualTo("chứng minh mục 4 có trong 9 sự kiện: dẫn đến gốc ab chứ không phải cd");
        assertThat(texts.say("tile/entries/001: has 255 entries, not 256"))
                .isEqualTo("tile/entries/001: có 255 mục chứ không phải 256");
        assertThat(texts.say("leaves/3.json: not JSON at character 7: a name occurs twice"))
                .isEqualTo("leaves/3.json: không phải JSON ở ký tự 7: một tên xuất hiện hai lần");
        assertThat(texts.say("PRJ-1")).isEqualTo("PRJ-1");
        assertThat(texts.say("x: ".repeat(5_000))).hasSize(15_000);
    }

    @Test
    void what_a_parser_refuses_is_said_in_vietnamese() {
        TlogException refused =
                Assertions.catchThrowableOfType(TlogException.class, () -> Note.parse("nonsense"));
        assertThat(VerifierTexts.in("vi").detail(refused.getMessage()))
                .isEqualTo("văn bản đã ký: không có dòng trống giữa văn bản và các chữ ký");
        assertThat(VerifierTexts.in("en").detail(refused.getMessage())).isEqualTo(refused.getMessage());
    }

    @Test
    void every_sentence_of_the_sources_is_in_the_list() throws IOException {
        String listed = String.join("\n", DetailTexts.vietnamese().all().keySet());
        Path root = Path.of(System.getProperty("aidledger.root"), "ledger-core/src/main/java/org/aidledger");
        Set<String> missing = new TreeSet<>();
        int found = 0;
        try (Stream<Path> tlog = Files.walk(root.resolve("tlog")); Stream<Path> log = Files.walk(root.resolve("log"))) {
            for (Path file : Stream.concat(tlog, log).filter(one -> one.toString().endsWith(".java")).toList()) {
                for (MatchResult call : FOUND.matcher(Files.readString(file)).results().toList()) {
                    for (MatchResult words : WORDS.matcher(call.group(1)).results().toList()) {
                        String text = words.group(1).replace("\\\"", "\"").replace("\\u2014", "\u2014")
                                .replaceAll("[0-9]+$", "");
                        found++;
                        if (text.matches(".*[a-z]+ [a-z]+.*") && !listed.contains(text)) {
                            missing.add(file.getFileName() + ": " + text);
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(150);
        assertThat(missing).isEmpty();
    }
}
