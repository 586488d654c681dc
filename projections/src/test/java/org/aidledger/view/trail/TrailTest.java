package org.aidledger.view.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;
import org.aidledger.text.Texts;
import org.aidledger.view.AsOf;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final ProjectId PROJECT = new ProjectId("PRJ-T");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final TestLog LOG = new TestLog();
    private static final Trail TRAIL = new Trail(LOG.app(), Catalogue.ledger());

    private static Entry advance;
    private static Entry correction;
    private static Entry breach;

    @BeforeAll
    static void live() {
        System.out.println("TrailTest seed " + SEED);
        new RandomLives(SEED, 6).live(LOG, 400);
        Movement wrong = advance("60.50");
        advance = LOG.append(PROJECT.value(), Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "REPORTED",
                MetadataKeys.BOOKING_PERIOD, "2025-04", MetadataKeys.REASON, "đợt 1", MetadataKeys.CHANNEL, "import",
                MetadataKeys.SOURCE_NAME, "a.xml", MetadataKeys.SOURCE_LINE, "17"), wrong);
        new RandomLives(SEED + 1, 2).live(LOG, 5);
        correction = append(
                new ProjectEvent.EntryCorrected(PROJECT, 0, "BT-9", CorrectionReason.WRONG_AMOUNT, "gõ nhầm", wrong,
                        advance("1234567.8"), null, DAY.plusDays(2)));
        breach = append(new ProjectEvent.RuleBreachNoted(PROJECT, "date.in-future",
                Map.of("date", "2030-01-01", "today", "2026-01-01"),
                0, DAY));
        TestView.build(new TrailProjection(), LOG.app(), LOG.entries(), 33);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void a_line_says_what_who_when_why_and_on_which_document() {
        TrailLine line = TRAIL.line(advance.index()).orElseThrow();

        assertThat(line.sentence(Locale.ENGLISH))
                .isEqualTo("60.50 USD paid as an advance to Cty Xây dựng through account bidv-usd.");
        assertThat(line.sentence(Texts.VIETNAMESE))
                .isEqualTo("Tạm ứng 60,50 USD cho Cty Xây dựng qua tài khoản bidv-usd.");
        assertThat(line.documents()).containsExactly(DocumentRef.of("PC-1"));
        assertThat(List.of(line.actor(), line.way(), line.bookingPeriod(), line.reason(), line.channel(),
                line.sourceName(),
                line.sourceLine())).containsExactly("lan", "REPORTED", "2025-04", "đợt 1", "import", "a.xml", "17");
        assertThat(line.entry()).isEqualTo(advance);
    }

    @Test
    void a_correction_names_the_event_it_corrects_and_says_what_was_and_what_is() {
        TrailLine line = TRAIL.line(correction.index()).orElseThrow();

        assertThat(line.refersTo()).isEqualTo(advance.index());
        assertThat(line.sentence(Texts.VIETNAMESE)).isEqualTo("Điều chỉnh sự kiện " + advance.index()
                + " theo chứng từ điều chỉnh BT-9 (sai số tiền: gõ nhầm)."
                + " Bút toán đảo: Tạm ứng 60,50 USD cho Cty Xây dựng qua tài khoản bidv-usd. [01/03/2025]"
                + " Ghi lại: Tạm ứng 1.234.567,8 USD cho Cty Xây dựng qua tài khoản bidv-usd. [01/03/2025]");
    }

    @Test
    void a_broken_rule_is_said_in_words() {
        TrailLine line = TRAIL.line(breach.index()).orElseThrow();

        assertThat(line.refersTo()).isEqualTo(advance.index());
        assertThat(line.sentence(Locale.ENGLISH)).isEqualTo("About event " + advance.index()
                + ": The date 2030-01-01 lies after today, 2026-01-01. [date.in-future]");
    }

    @Test
    void every_event_has_a_sentence_in_both_languages() {
        for (Entry entry : LOG.entries()) {
            TrailLine line = TRAIL.line(entry.index()).orElseThrow();
            for (Locale locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
                assertThat(line.sentence(locale)).doesNotContain("trail.", "{", "}").isNotEqualTo(entry.type());
            }
        }
    }

    @Test
    void pages_hold_every_event_of_the_project_and_every_word_of_inspections_about_it_once_in_order() {
        List<Long> expected = LOG.entries().stream().filter(concerns("PRJ-0")).map(Entry::index).toList();

        assertThat(pages("PRJ-0", AsOf.now(), 7)).isEqualTo(expected);
        assertThat(pages("PRJ-0", AsOf.now(), expected.size())).isEqualTo(expected);
        assertThat(pages("INS-0", AsOf.now(), 2))
                .isEqualTo(LOG.entries().stream().filter(entry -> entry.stream().equals("INS-0")).map(Entry::index)
                        .toList());
    }

    @Test
    void a_trail_at_two_clocks_holds_what_was_true_and_known_then() {
        AsOf asOf = AsOf.of(LocalDate.of(2024, 6, 30), 250L);

        assertThat(pages("PRJ-0", asOf, 5)).isEqualTo(LOG.entries().stream().filter(concerns("PRJ-0"))
                .filter(entry -> entry.index() < 250 && !entry.effectiveDate().isAfter(LocalDate.of(2024, 6, 30)))
                .map(Entry::index).toList());
    }

    private static Predicate<Entry> concerns(String project) {
        return entry -> entry.stream().equals(project) || switch (entry.payload()) {
            case InspectionEvent.InspectionOpened e -> e.projects().contains(new ProjectId(project));
            case InspectionEvent.CheckRecorded e -> e.project().value().equals(project);
            case InspectionEvent.FindingRaised e -> e.project().value().equals(project);
            default -> false;
        };
    }

    private static List<Long> pages(String subject, AsOf asOf, int limit) {
        List<Long> indices = new ArrayList<>();
        Trail.Page page = TRAIL.of(subject, asOf, null, limit);
        page.lines().forEach(line -> indices.add(line.index()));
        for (@Nullable Long next = page.next(); next != null; next = page.next()) {
            page = TRAIL.of(subject, asOf, next, limit);
            assertThat(page.lines()).isNotEmpty();
            page.lines().forEach(line -> indices.add(line.index()));
        }
        return indices;
    }

    private static Movement advance(String amount) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, Party.named("Cty Xây dựng"),
                Money.of(amount, "USD"), "bidv-usd",
                DocumentRef.of("PC-1"), null, DAY);
    }

    private static Entry append(ProjectEvent event) {
        return LOG.append(PROJECT.value(), Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "DECIDED"), event);
    }
}
