package org.aidledger.period;

import static org.aidledger.period.PeriodFacts.*;
import static org.aidledger.testing.Judged.HERE_ONLY;
import static org.aidledger.testing.Judged.WHEN_REPORTED;

import java.util.List;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of accounting periods by example, in the order in which a reader meets them. */
public final class PeriodRules {

    private PeriodRules() {
    }

    public static List<RuleExample<PeriodCommand, PeriodEvent>> examples() {
        return List.of(
                rule("period.not-reportable", "Periods are opened and closed in this ledger.", WHEN_REPORTED, given(),
                        open()).keeps(open()),
                rule("period.entity-has-periods", "A reporting entity has one stream of periods.", HERE_ONLY,
                        given().where(periods(), 7), open()).keeps(open(new ReportingEntity("Sở Giáo dục"))),
                rule("segregation.posted-in-period", "Who has posted into a month does not close it.", HERE_ONLY,
                        given(opened()).where(posted(JANUARY, Scenario.ACTOR), 17), close(JANUARY))
                        .keeps(given(opened()).where(posted(JANUARY, "minh"), 17), close(JANUARY)),
                rule("period.not-next", "Months are closed one after the other.", HERE_ONLY, given(opened()),
                        close(FEBRUARY)).keeps(close(JANUARY)),
                rule("period.not-over", "A month is closed after its last day.", HERE_ONLY,
                        given(opened(), closed(JANUARY), closed(FEBRUARY)), close(MARCH))
                        .keeps(given(opened(), closed(JANUARY)), close(FEBRUARY)),
                rule("period.sheet-outdated", "The sheet that is sealed counts everything that is booked.", HERE_ONLY,
                        given(opened()).where(booked(JANUARY), 998), close(JANUARY, 998)).keeps(close(JANUARY, 999)),
                rule("period.not-closed", "Only a closed month is reopened.", HERE_ONLY,
                        given(opened(), closed(JANUARY)), reopen(FEBRUARY)).keeps(reopen(JANUARY)));
    }

    private static Broken<PeriodCommand, PeriodEvent> rule(String code, String rule, Judged judged,
            Scenario<PeriodCommand, PeriodEvent> broken, PeriodCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
