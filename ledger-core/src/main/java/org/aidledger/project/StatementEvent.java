package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What is stated about a project without moving its money. */
public sealed interface StatementEvent extends ProjectEvent {

    /**
     * The finance agency confirmed aid received (xác nhận viện trợ).
     *
     * @param entry version in this stream of the receipt that is confirmed
     */
    record AidConfirmed(ProjectId project, long entry, Party agency, Money confirmed, DocumentRef confirmation,
            LocalDate effectiveDate) implements StatementEvent {
    }

    /**
     * A periodic report was filed.
     *
     * @param from first day of the period
     * @param to last day of the period
     * @param disbursed what the report says was disbursed in the period
     */
    record PeriodicReportFiled(ProjectId project, ReportKind kind, LocalDate from, LocalDate to,
            List<Money> disbursed, DocumentRef report, LocalDate effectiveDate) implements StatementEvent {
        public PeriodicReportFiled {
            disbursed = List.copyOf(disbursed);
        }
    }

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
