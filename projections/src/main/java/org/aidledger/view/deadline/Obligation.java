package org.aidledger.view.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done and is not.
 *
 * @param stream the project, inspection or donor it is about
 * @param titleVi what that is called in Vietnamese, where it says so
 * @param titleEn what it is called in English, where it says so
 * @param part which of several in the stream: the version of a request, the number of an action or finding
 * @param detail what is asked of whom, in the words of the event
 * @param startIndex the event it starts from
 * @param startedOn that event's effective date
 * @param due the last day as that event says it; null where the rules of the day say it
 */
public record Obligation(Kind kind, String stream, @Nullable String titleVi, @Nullable String titleEn, String part,
        @Nullable String detail, long startIndex, LocalDate startedOn, @Nullable LocalDate due) {

    /** What is to be done. */
    public enum Kind {
        /** The appraisal of an accepted dossier. */
        APPRAISAL,
        /** An agency's opinion. */
        OPINION,
        /** The approval of emergency relief that was pledged. */
        EMERGENCY_APPROVAL,
        /** An approval under which nothing has come: after the term it may be revoked. */
        IDLE_APPROVAL,
        /** The report on a half-year or year in which a project was under way. */
        PERIODIC_REPORT,
        /** What was agreed with the inspected. */
        CORRECTIVE_ACTION,
        /** The return of money by order of an inspection. */
        RECOVERY,
        /** The extension of a donor's certificate. */
        CERTIFICATE
    }
}
