package org.aidledger.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is stated about a project without moving its money. */
public sealed interface StatementEvent extends ProjectEvent {

    /**
     * A fact other than money was put right.
     *
     * @param entry version in this stream of the entry the fact belongs to; null: it belongs to the registration
     * @param field the fact's name, for example {@code titleVi}
     * @param was what it was until now; null: nothing
     * @param becomes what it is from now on; null: nothing
     */
    record FactAmended(ProjectId project, @Nullable Long entry, String field, @Nullable String was,
            @Nullable String becomes, String reason, LocalDate effectiveDate) implements StatementEvent {
    }
}
