package org.aidledger.rules;

import java.time.LocalDate;
import java.util.List;

/** The decrees on foreign grant aid that is not official development assistance, one after the other without a gap. */
public final class RuleSets {

    private static final List<RuleSet> NEWEST_FIRST = List.of(
            new RuleSet("decree-313-2025", "313/2025/NĐ-CP", LocalDate.of(2025, 12, 8), LocalDate.MAX),
            new RuleSet("decree-80-2020", "80/2020/NĐ-CP", LocalDate.of(2020, 9, 17), LocalDate.of(2025, 12, 7)),
            new RuleSet("decree-93-2009", "93/2009/NĐ-CP", LocalDate.MIN, LocalDate.of(2020, 9, 16)));

    private RuleSets() {
    }

    /** The one rule set in force on that day; a day before Decree 93/2009 is judged by it too. */
    public static RuleSet inForceOn(LocalDate date) {
        for (RuleSet rules : NEWEST_FIRST) {
            if (rules.isInForceOn(date)) {
                return rules;
            }
        }
        throw new IllegalStateException("the rule sets leave " + date + " without rules");
    }
}
