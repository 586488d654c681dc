package org.aidledger.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules a step is judged by, which are those in force on the step's own date: a 2021 approval entered in 2026 is judged by
 * Decree 80.
 *
 * @param id stable, for example {@code decree-80-2020}; recorded in events
 * @param legalBasis the instrument, as it is cited
 * @param from first day in force
 * @param to last day in force
 * @param authorities who approves what, the first that fits; the last one fits everything
 * @param terms by what they are set for; what has none is not judged
 * @param dossier what a dossier consists of
 * @param disbursementsProposed whether every payment decided here carries out somebody else's proposal
 * @param correctionsProposed whether every correction decided here does
 */
public record RuleSet(String id, String legalBasis, LocalDate from, LocalDate to, List<Authority> authorities,
        Map<Deadline, Term> terms, RequiredDocuments dossier, boolean disbursementsProposed,
        boolean correctionsProposed) {

    /** @throws IllegalArgumentException when the period ends before it begins, or no authority is competent for the rest */
    public RuleSet {
        authorities = List.copyOf(authorities);
        terms = Map.copyOf(terms);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("it ends on " + to + ", before it begins on " + from);
        }
        if (authorities.isEmpty() || !authorities.getLast().subjects().isEmpty()) {
            throw new IllegalArgumentException(
                    "the last authority must be without subjects: it decides what no other is named for");
        }
    }

    boolean isInForceOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Who is competent for aid about these subjects. */
    public Authority authorityFor(Collection<AidSubject> subjects) {
        for (Authority authority : authorities) {
            if (authority.subjects().isEmpty() || authority.subjects().stream().anyMatch(subjects::contains)) {
                return authority;
            }
        }
        throw new IllegalStateException(id + " has no authority for the rest");
    }

    /** Null: the decree sets none, or the deployment has not said it. */
    public @Nullable Term term(Deadline deadline) {
        return terms.get(deadline);
    }
}
