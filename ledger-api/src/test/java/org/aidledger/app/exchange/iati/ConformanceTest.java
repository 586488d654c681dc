package org.aidledger.app.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;

/** The standard's own test files; the documentation's table of outcomes is what they are compared with. */
class ConformanceTest {

    /** The only files of the 113 that are refused; the documentation must say so too. */
    private static final Map<String, String> REFUSED = Map.of("01-empty-activity.xml", "iati.identifier-missing",
            "18-missing-iati-activities-version.xml", "iati.version-missing",
            "transaction__01-missing-transaction-type.xml", "iati.transaction-type-missing",
            "transaction__03-missing-value.xml", "iati.value-missing", "transaction__40-non-decimal-value.xml",
            "iati.value-not-a-number");

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| (\\S+\\.xml) \\| (refused|noted|kept|read)(?: `([a-z0-9.-]+)`)? \\|.*\\|$");

    @Test
    void every_file_that_must_validate_is_read() throws IOException {
        var files = TestData.filesIn("iati/conformance/pass");
        assertThat(files).hasSize(29);
        for (Path file : files) {
            assertThat(read(file).end()).as(file.getFileName().toString()).isInstanceOf(IatiReading.Complete.class);
        }
    }

    @Test
    void every_file_that_must_not_validate_has_the_documented_outcome() throws IOException {
        var files = TestData.filesIn("iati/conformance/fail");
        assertThat(files).hasSize(113);
        Map<String, MatchResult> documented = documented();
        assertThat(files).extracting(file -> file.getFileName().toString()).hasSameElementsAs(documented.keySet());
        for (Path file : files) {
            MatchResult row = Objects.requireNonNull(documented.get(file.getFileName().toString()));
            Reading reading = read(file);
            switch (row.group(2)) {
                case "refused" ->
                    assertThat(reading.refusal().reason().code()).as(row.group(1)).isEqualTo(row.group(3));
                case "noted" -> assertThat(codes(reading)).as(row.group(1)).contains(row.group(3));
                default -> assertThat(reading.complete().activities()).as(row.group(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void the_documentation_lists_every_file_and_the_five_that_are_refused() throws IOException {
        Map<String, MatchResult> documented = documented();
        assertThat(documented).hasSize(113);
        assertThat(documented.values().stream().filter(row -> row.group(2).equals("refused"))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)))).isEqualTo(REFUSED);
    }

    @Test
    void the_documentation_names_every_code_and_no_other() throws IOException {
        String documentation = documentation();
        var named = Pattern.compile("`(iati\\.[a-z0-9-]+)`").matcher(documentation).results()
                .map(match -> match.group(1)).collect(Collectors.toSet());
        var given = Stream.concat(Arrays.stream(IatiRefusal.Reason.values()).map(IatiRefusal.Reason::code),
                Arrays.stream(OddityKind.values()).map(OddityKind::code)).collect(Collectors.toSet());
        assertThat(named).isEqualTo(given);
    }

    private static Map<String, MatchResult> documented() throws IOException {
        return ROW.matcher(documentation()).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row, (a, b) -> {
                    throw new AssertionError("listed twice: " + a.group(1));
                }, TreeMap::new));
    }

    private static String documentation() throws IOException {
        return Files.readString(TestData.root().resolve("docs/reference/iati.md"));
    }

    private static Stream<String> codes(Reading reading) {
        return Stream.of(reading.complete().oddities().stream(),
                reading.activities().stream().flatMap(activity -> activity.oddities().stream()),
                reading.transactions().flatMap(transaction -> transaction.oddities().stream()))
                .flatMap(oddities -> oddities).map(oddity -> oddity.kind().code());
    }

    private static Reading read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Reading.of(file.getFileName().toString(), in, IatiLimits.DEFAULT);
        }
    }
}
