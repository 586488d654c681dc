package org.aidledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {

    private static final LocalDate IN_2021 = LocalDate.of(2021, 5, 4);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"1990-01-01, decree-93-2009", "2020-09-16, decree-93-2009", "2020-09-17, decree-80-2020",
        "2025-12-07, decree-80-2020", "2025-12-08, decree-313-2025", "2090-01-01, decree-313-2025"})
    void a_step_is_judged_by_the_decree_of_its_own_date(LocalDate date, String id) {
        assertThat(RuleFiles.shipped().inForceOn(date).id()).isEqualTo(id);
    }

    @Test
    void decree_80_says_who_approves_within_what_time_and_on_which_documents() {
        RuleSet decree = RuleFiles.shipped().inForceOn(IN_2021);

        assertThat(decree.authorityFor(List.of()).level()).isEqualTo(AuthorityLevel.MANAGING_AGENCY);
        assertThat(decree.authorityFor(List.of(AidSubject.RELIGION)).level()).isEqualTo(AuthorityLevel.PRIME_MINISTER);
        assertThat(decree.authorityFor(Set.of(AidSubject.LICENSED_ASSOCIATION)).level())
                .isEqualTo(AuthorityLevel.MINISTER_OF_HOME_AFFAIRS);
        assertThat(decree.authorityFor(Set.of(AidSubject.RELIEF_WITHOUT_ADDRESS)).level())
                .isEqualTo(AuthorityLevel.FATHERLAND_FRONT);
        assertThat(RuleFiles.shipped().dueFrom(Deadline.APPRAISAL, IN_2021)).isEqualTo(IN_2021.plusDays(20));
        assertThat(RuleFiles.shipped().dueFrom(Deadline.IDLE_APPROVAL, IN_2021)).isEqualTo(IN_2021.plusMonths(6));
        assertThat(RuleFiles.shipped().dueFrom(Deadline.OPINION, IN_2021)).isNull();
        assertThat(decree.dossier().types()).contains("request", "project-document");
    }

    @Test
    void a_file_of_the_same_name_takes_the_place_of_the_one_that_comes_along() throws IOException {
        own("decree-80-2020.yaml", shipped("decree-80-2020.yaml").replace("days: 20", "working-days: 10"));
        own("holidays.yaml", "holidays: [2021-05-05, 2021-05-06]\n");

        RuleSets rules = RuleFiles.load(folder);

        // Tuesday 4 May; Wednesday and Thursday are holidays, and two weekends lie between.
        assertThat(rules.dueFrom(Deadline.APPRAISAL, IN_2021)).isEqualTo(LocalDate.of(2021, 5, 20));
        assertThat(rules.all()).extracting(RuleSet::id).containsExactly("decree-93-2009", "decree-80-2020",
                "decree-313-2025");
    }

    @Test
    void a_further_decree_comes_to_the_others() throws IOException {
        own("decree-313-2025.yaml",
                shipped("decree-313-2025.yaml").replace("from: 2025-12-08", "from: 2025-12-08\n  to: 2029-12-31"));
        own("decree-1-2030.yaml", shipped("decree-313-2025.yaml").replace("decree-313-2025", "decree-1-2030")
                .replace("from: 2025-12-08", "from: 2030-01-01"));

        assertThat(RuleFiles.load(folder).inForceOn(LocalDate.of(2030, 1, 1)).id()).isEqualTo("decree-1-2030");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "days: 20 | days: twenty | a whole number is expected here",
        "days: 20 | days: 0 | a term is 1 to 1000",
        "days: 20, | days: 20, months: 1, | a term has one length",
        "appraisal: | aprasial: | \"aprasial\" is not known here",
        "level: prime-minister | level: king | \"king\" is none of: prime-minister",
        "disbursements: optional | disbursements: sometimes | neither always nor optional",
        "from: 2020-09-17 | from: 17/9/2020 | a date is expected here",
        "id: decree-80-2020 | id: | a text is expected here",
        "dossier: | dossier: ] | this is not YAML"})
    void what_is_wrong_is_said_with_the_file_and_the_line(String right, String wrong, String reason)
            throws IOException {
        String text = shipped("decree-80-2020.yaml");
        assertThat(text).contains(right);
        int line = text.substring(0, text.indexOf(right)).split("\n", -1).length;
        own("decree-80-2020.yaml", text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThatThrownBy(() -> RuleFiles.load(folder)).isInstanceOfSatisfying(InvalidRuleFile.class, invalid -> {
            assertThat(invalid.file()).endsWith("decree-80-2020.yaml");
            assertThat(invalid.line()).isEqualTo(line);
            assertThat(invalid.reason()).contains(reason);
            assertThat(invalid).hasMessageContaining("decree-80-2020.yaml:" + line + ": ");
        });
    }

    @Test
    void a_name_that_is_missing_or_stands_twice_is_refused() throws IOException {
        own("decree-80-2020.yaml", shipped("decree-80-2020.yaml").replace("dossier:", "# dossier:")
                .replace("  documents: [", "  # documents: [").replace("  article: \"8\"", ""));
        assertThatThrownBy(() -> RuleFiles.load(folder)).isInstanceOf(InvalidRuleFile.class)
                .hasMessageContaining("\"dossier\" is missing");
        own("decree-80-2020.yaml", shipped("decree-80-2020.yaml") + "\nid: again\n");
        assertThatThrownBy(() -> RuleFiles.load(folder)).isInstanceOf(InvalidRuleFile.class)
                .hasMessageContaining("stands here twice");
    }

    @Test
    void decrees_that_overlap_or_leave_a_gap_are_refused() throws IOException {
        own("decree-80-2020.yaml", shipped("decree-80-2020.yaml").replace("to: 2025-12-07", "to: 2025-12-06"));

        assertThatThrownBy(() -> RuleFiles.load(folder)).isInstanceOf(InvalidRuleFile.class)
                .hasMessageContaining("one must follow the other");
    }

    @Test
    void a_folder_that_is_not_there_and_an_empty_file_are_refused() throws IOException {
        assertThatThrownBy(() -> RuleFiles.load(folder.resolve("nowhere"))).isInstanceOf(InvalidRuleFile.class)
                .hasMessageContaining("cannot be read");
        own("empty.yaml", "");
        assertThatThrownBy(() -> RuleFiles.load(folder)).isInstanceOf(InvalidRuleFile.class)
                .hasMessageContaining("the file is empty");
    }

    private void own(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = RuleFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
