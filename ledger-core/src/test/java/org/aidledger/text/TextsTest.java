package org.aidledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorRefusal;
import org.aidledger.bank.BankRefusal;
import org.aidledger.event.GeneralRefusal;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.GatewayRefusal;
import org.aidledger.inspection.InspectionRefusal;
import org.aidledger.ngo.NgoRefusal;
import org.aidledger.period.PeriodRefusal;
import org.aidledger.programme.TargetRefusal;
import org.aidledger.project.DutyRefusal;
import org.aidledger.project.GoodsRefusal;
import org.aidledger.project.MoneyRefusal;
import org.aidledger.project.ProjectRefusal;
import org.aidledger.project.StepRefusal;
import org.aidledger.rate.RateRefusal;
import org.aidledger.testing.RefusalTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest {

    static final List<Class<? extends Refusal>> FAMILIES =
            List.of(GeneralRefusal.class, ProjectRefusal.class, StepRefusal.class, DutyRefusal.class,
                    MoneyRefusal.class, GoodsRefusal.class, InspectionRefusal.class, PeriodRefusal.class,
                    NgoRefusal.class, ActorRefusal.class, RateRefusal.class, TargetRefusal.class, BankRefusal.class,
                    GatewayRefusal.class);

    private final Texts vietnamese = Texts.in(Locale.of("vi", "VN"));
    private final Texts english = Texts.in(Locale.UK);

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void every_refusal_has_a_sentence_in_both_languages(Class<? extends Refusal> family) {
        RefusalTexts.assertSaidInBothLanguages(family);
    }

    @Test
    void every_refusal_of_this_module_is_in_a_family_that_is_tested_here() throws Exception {
        Path classes = Path.of(Texts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> found;
        try (var files = Files.walk(classes.resolve("org/aidledger"))) {
            found = files.map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())).filter(TextsTest::isRefusal)
                    .toList();
        }
        List<String> tested = FAMILIES.stream().flatMap(family -> RefusalTexts.of(family).stream())
                .map(refusal -> refusal.getClass().getName()).toList();
        assertThat(found).isNotEmpty();
        assertThat(tested).containsAll(found);
    }

    private static boolean isRefusal(String name) {
        try {
            Class<?> type = Class.forName(name, false, TextsTest.class.getClassLoader());
            return Refusal.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void codes_are_dotted_and_name_one_rule_each() {
        List<String> codes =
                FAMILIES.stream().flatMap(family -> RefusalTexts.of(family).stream()).map(Refusal::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z]+(\\.[a-z0-9-]+)+"));
    }

    @Test
    void both_languages_say_the_same_codes_with_the_same_arguments() {
        assertThat(vietnamese.codes()).isEqualTo(english.codes());
        for (String code : english.codes()) {
            assertThat(vietnamese.argumentsOf(code)).as(code).isEqualTo(english.argumentsOf(code));
        }
    }

    @Test
    void no_sentence_is_left_of_a_rule_that_is_gone() {
        var codes = FAMILIES.stream().flatMap(family -> RefusalTexts.of(family).stream()).map(Refusal::code)
                .collect(Collectors.toSet());
        var subjects = codes.stream().map(TextsTest::subject).collect(Collectors.toSet());
        assertThat(english.codes()).filteredOn(code -> subjects.contains(subject(code)))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    private static String subject(String code) {
        return code.substring(0, code.indexOf('.'));
    }

    @Test
    void arguments_are_put_in_as_they_are() {
        var arguments = Map.of("actor", "{project} $1 \\", "project", "PRJ-1");
        assertThat(english.say("segregation.inspects-project", arguments)).startsWith("{project} $1 \\ is on a team")
                .contains("project PRJ-1,");
        assertThat(vietnamese.say("segregation.inspects-project", arguments)).contains("hậu kiểm khoản viện trợ PRJ-1");
    }

    @Test
    void what_has_no_sentence_is_said_by_its_code() {
        assertThat(english.say("not.yet-known", Map.of("a", "1"))).isEqualTo("not.yet-known {a=1}");
        assertThat(english.say("date.in-future", Map.of("date", "2026-01-01")))
                .isEqualTo("The date 2026-01-01 lies after today, {today}.");
    }
}
