package org.aidledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.ngo.DonorKind;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Perspective;
import org.aidledger.rules.Term;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.ProvinceList;
import org.junit.jupiter.api.Test;

/** Nothing on a page is said in one language only. */
class PageTextsTest {

    private static final Properties VIETNAMESE = read("vi");
    private static final Properties ENGLISH = read("en");
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z.]+)(?=[}(])");

    private static Properties read(String language) {
        Properties messages = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(
                PageTextsTest.class.getResourceAsStream("messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_arguments() {
        assertThat(VIETNAMESE.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(arguments(VIETNAMESE.getProperty(key))).as(key).isEqualTo(arguments(ENGLISH.getProperty(key)));
            assertThat(VIETNAMESE.getProperty(key)).as(key).isNotBlank();
            assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
        }
    }

    private static int arguments(String message) {
        return new MessageFormat(message, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void every_text_a_template_names_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        Path templates = Path.of(System.getProperty("aidledger.root"), "ledger-api/src/main/resources/templates");
        try (Stream<Path> files = Files.list(templates)) {
            for (Path file : files.toList()) {
                USED.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(ENGLISH.stringPropertyNames()).containsAll(used);
    }

    @Test
    void every_measure_kind_and_status_has_its_words() {
        assertThat(ENGLISH.stringPropertyNames())
                .containsAll(keys("measure.", Stream.of(Measure.values()).map(Measure::key)))
                .containsAll(keys("kind.", Stream.of(AidKind.values()).map(Enum::name)))
                .containsAll(keys("budgetTreatment.", Stream.of(BudgetTreatment.values()).map(Enum::name)))
                .containsAll(keys("portfolio.by.", Stream.of(Dimension.values()).map(Dimension::key)))
                .containsAll(keys("donors.kind.", Stream.of(DonorKind.values()).map(Enum::name)))
                .containsAll(keys("donors.state.", Stream.of("none", "inForce", "lapsed", "suspended", "revoked")))
                .containsAll(keys("portfolio.provinces.", Stream.of(ProvinceList.values()).map(ProvinceList::key)))
                .containsAll(keys("deadline.kind.", Stream.of(Obligation.Kind.values()).map(Enum::name)))
                .containsAll(keys("deadline.unit.", Stream.of(Term.Unit.values()).map(Enum::name)))
                .containsAll(keys("perspective.", Stream.of(Perspective.values()).map(Enum::name)))
                .containsAll(keys("status.", Stream.of("PLEDGED", "APPROVED", "IMPLEMENTING", "IATI_1", "IATI_6")));
    }

    private static Set<String> keys(String prefix, Stream<String> names) {
        return names.map(prefix::concat).collect(Collectors.toSet());
    }
}
