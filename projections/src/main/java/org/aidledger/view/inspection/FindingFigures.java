package org.aidledger.view.inspection;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.view.AsOf;

/**
 * All findings together.
 *
 * @param followUpPercent of all findings, how many are verified; 0 to 100 with one digit, rounded half up
 */
public record FindingFigures(AsOf.Answered asOf, long count, long overdue, BigDecimal followUpPercent,
        List<OfState> states, List<Questioned> questioned) {

    public FindingFigures {
        states = List.copyOf(states);
        questioned = List.copyOf(questioned);
    }

    /** How many findings are in a state. */
    public record OfState(FindingRow.State state, long count) {
    }

    /** The money questioned by findings in a state, in one currency. */
    public record Questioned(FindingRow.State state, String currency, BigDecimal amount) {
    }
}
