package org.aidledger.view.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.programme.SectorTarget;
import org.aidledger.programme.TargetEvent;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProgrammesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 20);
    private static final ProgrammeId PROGRAMME = new ProgrammeId("TGT-1");
    private static final DocumentRef DECISION = DocumentRef.of("1225/QĐ-TTg");
    private static final TestLog LOG = new TestLog();
    private static final Programmes PROGRAMMES = new Programmes(LOG.app());

    @BeforeAll
    static void live() {
        append(new ProgrammeDecided(PROGRAMME, "Chương trình quốc gia", "National programme", null, 2026, 2030,
                DECISION, DAY));
        set(2027, 530L, "7");
        set(2026, 520L, "5");
        set(2026, 510L, "6");
        TestView.build(new ProgrammeProjection(), LOG.app(), LOG.entries(), 2);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void append(TargetEvent event) {
        LOG.append(event.programme().value(), Map.of(), event);
    }

    private static void set(int year, long donors, String millions) {
        append(new TargetsSet(PROGRAMME, year, donors,
                List.of(new SectorTarget("1", "12220", Money.of(millions + "000000", "USD"))), DECISION, DAY));
    }

    @Test
    void the_targets_of_a_year_are_those_set_last_as_it_was_known() {
        assertThat(PROGRAMMES.all(null).programmes()).singleElement().satisfies(programme -> {
            assertThat(programme.years()).extracting(Programme.Year::year).containsExactly(2026, 2027);
            assertThat(programme.years().getFirst().donors()).isEqualTo(510L);
            assertThat(programme.years().getFirst().sectors()).extracting(sector -> sector.amount().toPlainString())
                    .containsExactly("6000000");
        });
        assertThat(PROGRAMMES.all(3L).programmes().getFirst().years().getFirst().donors()).isEqualTo(520L);
        assertThat(PROGRAMMES.all(2L).programmes().getFirst().years()).hasSize(1);
        assertThat(PROGRAMMES.all(0L).programmes()).isEmpty();
    }
}
