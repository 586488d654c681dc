package org.aidledger.view.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the portfolio is grouped by. */
public enum Dimension {
    /** The donor a posting names, else the project's; several donors together are a group of their own. */
    DONOR,
    /** By percentages, in one classification at a time. */
    SECTOR,
    /** Province code and the date of its code list; several provinces together are a group of their own. */
    PROVINCE,
    /** The managing agency. */
    AGENCY,
    OWNER, KIND, BUDGET,
    /** The year of the effective date. */
    YEAR;

    /** Its name in addresses and on the command line: {@code sector}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> of(String key) {
        return Arrays.stream(values()).filter(dimension -> dimension.key().equals(key)).findFirst();
    }
}
