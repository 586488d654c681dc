package org.aidledger.app.exchange.iati;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activity of a file, as the file has it: nothing is looked up, converted or added up. Lists are in the order of
 * the file.
 *
 * @param position where it starts
 * @param identifier empty if the file's identifier is
 * @param perspective whose books these are, from the reporting organisation's roles
 * @param titles one a language
 * @param statusCode the activity's status, 1 to 6 in the standard
 * @param recipientCountries with ISO 3166 codes
 * @param defaults what holds for transactions that say nothing else
 * @param hierarchy the level in the publisher's own tree of activities
 * @param lastUpdated when the publisher last changed it, as given
 * @param kept how much of the activity is not read and stays in the file alone
 * @param oddities about the activity; those of its transactions are on them
 */
public record IatiActivity(Position position, String identifier, @Nullable ReportingOrg reportingOrg,
        IatiPerspective perspective, List<Narrative> titles, List<Description> descriptions,
        List<ParticipatingOrg> participatingOrgs, @Nullable String statusCode, List<ActivityDate> dates,
        List<Place> recipientCountries, List<Place> recipientRegions, List<Location> locations, List<Sector> sectors,
        Defaults defaults, @Nullable Integer hierarchy, @Nullable Boolean humanitarian, @Nullable String lastUpdated,
        List<IatiTransaction> transactions, Kept kept, List<Oddity> oddities) {

    /**
     * Who says all this.
     *
     * @param secondary whether it reports on the money of others
     */
    public record ReportingOrg(@Nullable String ref, @Nullable String type, List<Narrative> names, boolean secondary) {
    }

    /** @param type 1 general, 2 objectives, 3 target groups, 4 other; null if not given */
    public record Description(@Nullable String type, List<Narrative> texts) {
    }

    /**
     * Who takes part.
     *
     * @param role 1 funding, 2 accountable, 3 extending, 4 implementing
     * @param activityId of the same activity in this organisation's own files
     */
    public record ParticipatingOrg(@Nullable String role, @Nullable String type, @Nullable String ref,
            @Nullable String activityId, List<Narrative> names) {
    }

    /** @param type 1 planned start, 2 actual start, 3 planned end, 4 actual end */
    public record ActivityDate(@Nullable String type, LocalDate date) {
    }

    /** A place below country level; only its name is read. */
    public record Location(@Nullable String ref, List<Narrative> names) {
    }

    /** What holds for a transaction that does not say otherwise; codes as given. */
    public record Defaults(@Nullable String currency, @Nullable String flowType, @Nullable String financeType,
            List<AidType> aidTypes, @Nullable String tiedStatus) {
    }

    /** Elements that stay in the kept file. */
    public record Kept(int budgets, int plannedDisbursements, int results) {
    }
}
