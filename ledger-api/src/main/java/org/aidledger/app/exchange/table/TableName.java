package org.aidledger.app.exchange.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables there are. */
public enum TableName {
    /** The register of projects. */
    PROJECTS(Subject.NONE),
    /** All projects together, by currency. */
    TOTALS(Subject.NONE),
    /** Every measure of each project, or of one, by currency. */
    BALANCES(Subject.OPTIONAL),
    /** Cash on hand by project, money account and currency. */
    CASH(Subject.OPTIONAL),
    /** The balance of every account, of all projects or of one. */
    TRIAL_BALANCE(Subject.OPTIONAL),
    /** Both sides of every entry. */
    POSTINGS(Subject.OPTIONAL),
    /** What happened to one project or in one inspection. */
    TRAIL(Subject.NEEDED),
    /** All projects by donor, sector, province or another dimension, by currency. */
    PORTFOLIO(Subject.NEEDED),
    /** Post-inspections. */
    INSPECTIONS(Subject.NONE),
    /** What inspections found, and how far each finding has come. */
    FINDINGS(Subject.NONE),
    /** What is due and overdue. */
    DEADLINES(Subject.NONE),
    /** What may be worth a look, the heaviest projects first. */
    SIGNALS(Subject.OPTIONAL),
    /** The headline of a meeting, for a period. */
    HEADLINE(Subject.NEEDED),
    /** Targets of programmes beside the actuals. */
    TARGETS(Subject.OPTIONAL),
    /** The register of donors. */
    DONORS(Subject.NONE),
    /** The closed months of reporting entities. */
    PERIODS(Subject.NONE),
    /** Lines of bank statements and the ledger's entries on the same accounts, with the match each is in. */
    BANK(Subject.OPTIONAL);

    private enum Subject {
        NONE, OPTIONAL, NEEDED
    }

    private final Subject subject;

    TableName(Subject subject) {
        this.subject = subject;
    }

    /** As it is asked for: {@code trial-balance}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when there is no such table. */
    public static Optional<TableName> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key().equals(key)).findFirst();
    }

    /** All keys, for whoever asked for another. */
    public static String keys() {
        return Arrays.stream(values()).map(TableName::key).collect(Collectors.joining(", "));
    }

    /**
     * Whether a subject is a project or an inspection; the portfolio's is the dimension it is grouped by, the headline's its
     * period, that of targets a table of rates, that of bank statements their id.
     */
    public boolean isOfStream() {
        return this != PORTFOLIO && this != HEADLINE && this != TARGETS && this != BANK;
    }

    boolean takes(@Nullable String subject) {
        return switch (this.subject) {
            case NONE -> subject == null;
            case OPTIONAL -> true;
            case NEEDED -> subject != null;
        };
    }
}
