package org.aidledger.app.exchange.iati.intake;

import static org.aidledger.app.exchange.iati.intake.Xml.activity;
import static org.aidledger.app.exchange.iati.intake.Xml.file;
import static org.aidledger.app.exchange.iati.intake.Xml.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.intake.Comparison.ActivityDifferences;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.event.Entry;
import org.aidledger.gateway.Request;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A later file of a publisher says what changed since the one before; both answers stay. */
class SuccessiveFilesTest {

    private ImportingLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ImportingLedger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_real_snapshots_differ_by_25_vanished_and_41_new_transactions_and_the_parties_of_every_row()
            throws Exception {
        Path earlier = TestData.at("iati/snapshots/bcie-2025-12-12.xml");
        Path later = TestData.at("iati/snapshots/bcie-2025-12-16.xml");
        ImportReport first = ledger.run(earlier);
        ImportReport second = ledger.run(later);

        assertThat(first.comparison()).isNull();
        Comparison comparison = Objects.requireNonNull(second.comparison());
        assertThat(comparison.activities()).isEqualTo(87);
        assertThat(comparison.vanished().transactions()).isEqualTo(25);
        assertThat(comparison.appeared().transactions()).isEqualTo(41);
        assertThat(comparison.matched()).isEqualTo(1_046 - 25).isEqualTo(comparison.amended());
        assertThat(total("2", comparison.appeared())).isEqualByComparingTo(total("2", comparison.vanished()));
        assertThat(ledger.events(FactAmended.class).filter(amended -> amended.entry() != null).map(FactAmended::field))
                .contains("provider.ref", "provider.name", "receiver.ref", "receiver.name");
        assertThat(comparison.byActivity().stream().flatMap(differences -> differences.facts().stream())
                .map(FactChange::field)).containsOnly("sectors").hasSize(8);
        assertThat(Objects.requireNonNull(second.absent()).activities()).isZero();
        assertBothAnswers(earlier, first, later, second);
        ledger.assertSound();

        ImportReport again = ledger.run(later);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.comparison()).usingRecursiveComparison().isEqualTo(comparison);
    }

    @Test
    void a_dry_run_says_what_the_import_would_say_and_writes_nothing() throws Exception {
        for (String name : List.of("bcie-2025-12-12.xml", "bcie-2025-12-16.xml")) {
            Path file = TestData.at("iati/snapshots/" + name);
            long size = ledger.size();

            ImportReport tried = ledger.tries(file);

            assertThat(tried.outcome()).isEqualTo(Outcome.WOULD_IMPORT);
            assertThat(tried.size()).isEqualTo(size).isEqualTo(ledger.size());
            assertThat(ledger.run(file)).usingRecursiveComparison()
                    .ignoringFields("outcome", "size", "root", "seconds").isEqualTo(tried);
            assertThat(ledger.tries(file).outcome()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    private static BigDecimal total(String type, Comparison.Sums sums) {
        return sums.sums().getOrDefault(type, new TreeMap<>()).values().stream().map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As known after either file, the balances are those that a ledger has which saw only that file. */
    private void assertBothAnswers(Path earlier, ImportReport first, Path later, ImportReport second)
            throws Exception {
        var views = ledger.ledger.views();
        views.catchUp();
        var afterFirst = views.balances().totals(AsOf.of(null, first.size())).currencies();
        var afterSecond = views.balances().totals(AsOf.of(null, second.size())).currencies();
        for (var seen : Map.of(earlier, afterFirst, later, afterSecond).entrySet()) {
            try (var alone = new ImportingLedger()) {
                alone.run(seen.getKey());
                alone.ledger.views().catchUp();
                var expected = alone.ledger.views().balances().totals(AsOf.now()).currencies();
                assertThat(seen.getValue()).usingRecursiveComparison()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(expected);
            }
        }
        assertThat(afterFirst.getFirst().figure(Measure.COMMITTED_OUT))
                .isEqualByComparingTo(afterSecond.getFirst().figure(Measure.COMMITTED_OUT));
        assertThat(afterFirst.getFirst().figure(Measure.DISBURSED))
                .isNotEqualByComparingTo(afterSecond.getFirst().figure(Measure.DISBURSED));
    }

    @Test
    void what_vanished_is_withdrawn_what_appeared_is_entered_and_identical_rows_count_each() throws Exception {
        ledger.run("a.xml", file(activity("A", transaction("2", "100"), transaction("3", "5"), transaction("3", "5"),
                transaction("3", "5.00"), transaction("3", "7"))));
        ImportReport second = ledger.run("b.xml", dated(file(activity("A", transaction("2", "100"),
                transaction("3", "5"), transaction("3", "8")))));
        Comparison comparison = Objects.requireNonNull(second.comparison());
        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.vanished().sums()).isEqualTo(Map.of("3", Map.of("USD", "17.00")));
        assertThat(comparison.appeared().sums()).isEqualTo(Map.of("3", Map.of("USD", "8")));
        List<EntryCorrected> withdrawn = ledger.events(EntryCorrected.class).toList();
        assertThat(withdrawn).hasSize(3).allSatisfy(corrected -> {
            assertThat(corrected.reasonCode()).isEqualTo(CorrectionReason.WITHDRAWN_BY_PUBLISHER);
            assertThat(corrected.reasonText()).isEqualTo("absent from file of 2025-12-16 (b.xml)");
            assertThat(corrected.reentered()).isNull();
            assertThat(corrected.noteNumber()).startsWith("IMP-");
        });
        assertThat(second.transactions()).isEqualTo(Map.of("3", 1L));
        assertThat(second.breaches()).isZero();
        ledger.assertSound();
    }

    private static String dated(String file) {
        return file.replace("version=\"2.03\"", "version=\"2.03\" generated-datetime=\"2025-12-16T01:02:03Z\"");
    }

    @Test
    void a_file_that_says_the_same_in_other_bytes_leaves_only_its_own_record() throws Exception {
        String xml = file(activity("A", transaction("2", "100.0"), transaction("3", "-5")), activity("B"));
        ImportReport first = ledger.run("a.xml", xml);
        ImportReport second = ledger.run("b.xml", xml.replace("100.0", " +100.00 ") + "\n");
        assertThat(second.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(ledger.entries(first.size()).stream().map(Entry::type))
                .containsExactly("import.FileCompared", "import.FileImported");
        assertThat(Objects.requireNonNull(second.comparison()).byActivity()).isEmpty();
    }

    @Test
    void among_equal_rows_those_with_equal_parties_are_the_same_ones() throws Exception {
        String one = transaction("3", "5", "<receiver-org ref=\"R-1\"/>");
        String two = transaction("3", "5", "<receiver-org ref=\"R-2\"/>");
        ledger.run("a.xml", file(activity("A", one, two)));
        ImportReport second = ledger.run("b.xml", file(activity("A", two,
                transaction("3", "5", "<description><narrative>New words</narrative></description>"
                        + "<receiver-org ref=\"R-1\"/>"))));
        assertThat(ledger.events(FactAmended.class)).singleElement().satisfies(amended -> {
            assertThat(amended.field()).isEqualTo("description");
            assertThat(amended.becomes()).isEqualTo("New words");
            int entry = Math.toIntExact(Objects.requireNonNull(amended.entry()));
            var paid = (FundsDisbursed) ledger.entries(0).get(entry).payload();
            assertThat(Objects.requireNonNull(paid.to()).ref()).isEqualTo("R-1");
        });
        assertThat(Objects.requireNonNull(second.comparison()).amended()).isEqualTo(1);
    }

    @Test
    void a_third_file_is_compared_with_what_the_second_amended() throws Exception {
        ledger.run("a.xml", file(activity("A", transaction("3", "5"))));
        String amended = file(activity("A", transaction("3", "5", "<receiver-org ref=\"R-1\"/>"))
                .replace("Title of A", "Another title"));
        ledger.run("b.xml", amended);
        ImportReport third = ledger.run("c.xml", amended + "\n");
        assertThat(third.events()).isEqualTo(2);
        ImportReport fourth = ledger.run("d.xml", file(activity("A", transaction("3", "6"))) + "\n");
        ImportReport fifth = ledger.run("e.xml", amended + "\n\n");
        assertThat(Objects.requireNonNull(fourth.comparison()).vanished().transactions()).isEqualTo(1);
        assertThat(Objects.requireNonNull(fifth.comparison()).appeared().sums())
                .isEqualTo(Map.of("3", Map.of("USD", "5")));
        ActivityDifferences differences = Objects.requireNonNull(fifth.comparison()).byActivity().getFirst();
        assertThat(differences.activity()).isEqualTo("A");
        assertThat(differences.facts()).containsExactly(new FactChange("titleEn", "Title of A", "Another title"));
        ledger.assertSound();
    }

    @Test
    void what_an_officer_corrected_stands_while_the_publisher_repeats_itself_and_goes_when_it_withdraws()
            throws Exception {
        ledger.run("a.xml", file(activity("A", transaction("3", "5"))));
        Entry paid = ledger.entries(0).stream().filter(entry -> entry.payload() instanceof Movement).findFirst()
                .orElseThrow();
        var wrong = (FundsDisbursed) paid.payload();
        ledger.ledger.gateway().send(new CorrectEntry(wrong.project(), paid.version(), "DC-1",
                CorrectionReason.WRONG_AMOUNT, "4 by the voucher",
                new FundsDisbursed(wrong.project(), wrong.purpose(), null, Money.of("4", "USD"), null, null, null,
                        wrong.effectiveDate()),
                null, LocalDate.of(2024, 6, 1)), Request.of("officer", Way.REPORTED, "rest"));
        ImportReport same = ledger.run("b.xml", file(activity("A", transaction("3", "5"))) + "\n");
        assertThat(Objects.requireNonNull(same.comparison()).byActivity()).isEmpty();
        ImportReport gone = ledger.run("c.xml", file(activity("A")));
        assertThat(Objects.requireNonNull(gone.comparison()).vanished().sums())
                .isEqualTo(Map.of("3", Map.of("USD", "4")));
        ledger.ledger.views().catchUp();
        assertThat(ledger.ledger.views().balances().totals(AsOf.now()).currencies().getFirst()
                .figure(Measure.DISBURSED)).isZero();
    }

    @Test
    void activities_with_one_identifier_are_compared_together() throws Exception {
        String a1 = activity("A", transaction("3", "1"), transaction("3", "2"));
        String a2 = activity("A", transaction("3", "3"));
        ImportReport first = ledger.run("a.xml", file(a1, activity("B"), a2));
        ImportReport same = ledger.run("b.xml", file(a2, a1, activity("B")));
        assertThat(Objects.requireNonNull(same.comparison()).byActivity()).isEmpty();
        assertThat(same.comparison().activities()).isEqualTo(3);
        assertThat(same.breaches()).isZero();
        assertThat(first.breachesByRule()).containsOnlyKeys("iati.duplicate-identifier");
        ImportReport gone = ledger.run("c.xml", file(a1, activity("B")));
        assertThat(Objects.requireNonNull(gone.comparison()).vanished().sums())
                .isEqualTo(Map.of("3", Map.of("USD", "3")));
    }

    @Test
    void limits_are_judged_by_what_the_file_says_and_a_breach_that_was_noted_is_not_noted_again() throws Exception {
        String odd = transaction("3", "90", "<flow-type code=\"bad\"/>");
        ledger.run("a.xml", file(activity("A", transaction("2", "100"), odd)));
        ImportReport second = ledger.run("b.xml", file(activity("A", transaction("3", "150"), transaction("2", "200"),
                odd.replace("<flow-type", "<description><narrative>x</narrative></description><flow-type"))));
        assertThat(second.breachesByRule()).isEqualTo(Map.of("funding.exceeds-commitments", 1L));
        ImportReport third = ledger.run("c.xml", file(activity("A", transaction("3", "15"), transaction("2", "20"))));
        assertThat(third.breaches()).isZero();
        assertThat(ledger.events(RuleBreachNoted.class).map(RuleBreachNoted::rule))
                .containsExactly("iati.flow-type-unknown", "funding.exceeds-commitments");
    }

    @Test
    void sectors_that_a_later_file_names_count_from_there_on_and_not_before() throws Exception {
        String sector = "<sector code=\"14030\"/>";
        ImportReport first = ledger.run("a.xml", file(activity("A", sector, transaction("3", "5"))));
        ledger.run("b.xml", file(activity("A", "<sector code=\"11220\" percentage=\"60\"/>"
                + "<sector code=\"12220\" percentage=\"40\"/>", transaction("3", "5"))));
        assertThat(ledger.events(FactAmended.class)).singleElement().satisfies(amended -> {
            assertThat(amended.was()).isEqualTo("1/14030");
            assertThat(amended.becomes()).isEqualTo("1/11220 60; 1/12220 40");
        });
        ledger.ledger.views().catchUp();
        var portfolio = ledger.ledger.views().portfolio();
        assertThat(portfolio.by(Dimension.SECTOR, Portfolio.DAC, null, AsOf.of(null, first.size())).groups())
                .extracting(Group::value).containsExactly("14030");
        assertThat(portfolio.by(Dimension.SECTOR, Portfolio.DAC, null, AsOf.now()).groups())
                .extracting(Group::value).containsExactly("11220", "12220");
    }

    @Test
    void a_title_and_a_donor_that_a_later_file_names_otherwise_reach_the_register_and_the_portfolio() throws Exception {
        String donor = "<participating-org role=\"1\" ref=\"XX-DONOR\"/>";
        ImportReport first = ledger.run("a.xml", file(activity("A", transaction("3", "5"))));
        ledger.run("b.xml", file(activity("A", transaction("3", "5")).replace("Title of A", "Nước sạch")
                .replace(donor, "<participating-org role=\"1\" ref=\"XX-DONOR\"><narrative>Quỹ Xanh</narrative>"
                        + "</participating-org>")
                .replace("<activity-status code=\"2\"/>", "<activity-status code=\"4\"/>")));
        ledger.ledger.views().catchUp();
        var views = ledger.ledger.views();
        var then = views.projects().find("A", first.size()).orElseThrow();
        var now = views.projects().find("A", ledger.size()).orElseThrow();
        assertThat(List.of(String.valueOf(then.titleEn()), then.donors(), then.status()))
                .containsExactly("Title of A", "XX-DONOR", "IATI_2");
        assertThat(List.of(String.valueOf(now.titleEn()), now.donors(), now.status()))
                .containsExactly("Nước sạch", "Quỹ Xanh", "IATI_4");
        assertThat(views.projects().count("nuoc sach quy", ledger.size())).isEqualTo(1);
        assertThat(views.projects().count("nuoc sach quy", first.size())).isZero();
        assertThat(views.portfolio().by(Dimension.DONOR, "", null, AsOf.of(null, first.size())).groups())
                .extracting(Group::value).containsExactly("XX-DONOR");
        assertThat(views.portfolio().by(Dimension.DONOR, "", null, AsOf.now()).groups())
                .extracting(Group::value).containsExactly("Quỹ Xanh");
    }

    @Test
    void an_activity_that_the_file_does_not_have_is_left_alone_and_told_and_a_new_one_is_taken_in() throws Exception {
        ImportReport first = ledger.run("a.xml",
                file(activity("A", transaction("3", "1")), activity("B", transaction("3", "2"))));
        ledger.run("z.xml", file(activity("Z").replace("XX-DONOR", "YY-DONOR")));
        String later = file(activity("B", transaction("3", "2")), activity("C", transaction("3", "4")));
        ImportReport second = ledger.run("b.xml", later);
        assertThat(first.absent()).isNull();
        Absences absent = Objects.requireNonNull(second.absent());
        assertThat(absent.activities()).isEqualTo(1);
        assertThat(absent.first()).extracting(Absences.Absent::activity).containsExactly("A");
        assertThat(ledger.run("b.xml", later).absent()).isEqualTo(absent);
        assertThat(second.activities()).isEqualTo(2);
        assertThat(second.transactions()).isEqualTo(Map.of("3", 1L));
        assertThat(Objects.requireNonNull(second.comparison()).appeared().transactions()).isZero();
        ledger.ledger.views().catchUp();
        assertThat(ledger.ledger.views().balances().totals(AsOf.now()).currencies().getFirst()
                .figure(Measure.DISBURSED)).isEqualByComparingTo("7");
    }
}
