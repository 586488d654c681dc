package org.aidledger.view.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectCompleted;
import org.aidledger.project.LifeEvent.ProjectHandedOver;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectResumed;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.MoneyEvent.ServicesReceived;
import org.aidledger.project.Party;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.Projection;
import org.aidledger.view.SearchText;
import org.jspecify.annotations.Nullable;

/** Writes the register of projects. */
public final class ProjectProjection implements Projection {

    public static final String NAME = "project";

    private static final String PROJECT =
            "project (id, registered_index, effective_date, code, title_vi, title_en, kind,"
                    + " budget_treatment, perspective, donors, managing_agency, aid_owner, search)";
    private static final int PROJECT_COLUMNS = 13;
    /** What an amendment calls a column; of a party, what it is called is shown. */
    private static final Map<String, String> COLUMNS = Map.of("code", "code", "titleVi", "title_vi", "titleEn",
            "title_en", "donors", "donors", "managingAgency", "managing_agency", "managingAgency.name",
            "managing_agency", "aidOwner", "aid_owner", "aidOwner.name", "aid_owner");
    private static final Set<String> SEARCHED = Set.of("code", "title_vi", "title_en", "donors");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        copyProjects(batch, connection);
        copyStatuses(batch, connection);
        copyAmendments(batch, connection);
    }

    private static void copyProjects(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, PROJECT)) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof ProjectRegistered r) {
                    String donors = r.donors().stream().map(ProjectProjection::name).distinct()
                            .collect(Collectors.joining("; "));
                    copy.row(PROJECT_COLUMNS).put(r.project().value()).put(entry.index()).put(r.effectiveDate())
                            .putText(r.code()).putText(r.titleVi()).putText(r.titleEn()).put(r.kind().name())
                            .put(r.budgetTreatment().name()).put(r.perspective().name()).putText(donors)
                            .putText(r.managingAgency() == null ? null : name(r.managingAgency()))
                            .putText(r.aidOwner() == null ? null : name(r.aidOwner())).putText(search(r, donors));
                }
            }
            copy.finish();
        }
    }

    private static void copyAmendments(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "fact (project, event_index, field, value, search)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof FactAmended amended && amended.entry() == null) {
                    String column = COLUMNS.get(amended.field());
                    String becomes = amended.becomes();
                    if (column != null) {
                        copy.row(5).put(amended.project().value()).put(entry.index()).put(column).putText(becomes)
                                .putText(becomes == null || !SEARCHED.contains(column) ? null : SearchText.of(becomes));
                    }
                }
            }
            copy.finish();
        }
    }

    private static String search(ProjectRegistered r, String donors) {
        return SearchText.of(Stream.of(r.project().value(), r.code(), r.titleVi(), r.titleEn(), donors)
                .filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }

    private static void copyStatuses(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "status (project, event_index, status, weight)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof ProjectEvent event) {
                    Status status = Status.after(event);
                    if (status != null) {
                        copy.row(4).put(event.project().value()).put(entry.index()).putText(status.name)
                                .putSmall(status.weight);
                    }
                }
            }
            copy.finish();
        }
    }

    private static String name(Party party) {
        return Objects.requireNonNullElse(party.name(), Objects.requireNonNullElse(party.ref(), ""));
    }

    /**
     * What an event says of the project's status. Of all that is said, the heaviest word counts, and the last one of its weight:
     * a publisher's own word outweighs all others, and a second approval does not undo the first receipt.
     */
    private record Status(String name, int weight) {

        static @Nullable Status after(ProjectEvent event) {
            return switch (event) {
                case ProjectRegistered e -> new Status("PLEDGED", 0);
                case DossierSubmitted e -> new Status("SUBMITTED", 0);
                case DossierReturned e -> new Status("PLEDGED", 0);
                case DossierAccepted e -> new Status("UNDER_APPRAISAL", 0);
                case AidRefused e -> new Status("REFUSED", 1);
                case AidApproved e -> new Status("APPROVED", 1);
                case ApprovalRevoked e -> new Status("REVOKED", 1);
                case FundsReceived e -> new Status("IMPLEMENTING", 2);
                case GoodsReceived e -> new Status("IMPLEMENTING", 2);
                case ServicesReceived e -> new Status("IMPLEMENTING", 2);
                // What is left is still settled, and stays cancelled.
                case ProjectCancelled e -> new Status(stage(e), 4);
                case LifeEvent e -> new Status(stage(e), 3);
                case ActivityStatusReported e -> new Status("IATI_" + e.status(), 5);
                default -> null;
            };
        }

        private static String stage(LifeEvent event) {
            return switch (event) {
                case ProjectSuspended e -> "SUSPENDED";
                case ProjectResumed e -> "IMPLEMENTING";
                case ProjectCompleted e -> "COMPLETED";
                case ProjectHandedOver e -> "HANDED_OVER";
                case ProjectSettled e -> "SETTLED";
                case ProjectClosed e -> "CLOSED";
                case ProjectReopened e -> "SETTLED";
                case ProjectCancelled e -> "CANCELLED";
            };
        }
    }
}
