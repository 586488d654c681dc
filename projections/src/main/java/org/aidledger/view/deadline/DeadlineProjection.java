package org.aidledger.view.deadline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.view.Projection;

/**
 * Keeps what events start and what they end, as they say it. Which day is the last one is not kept: it goes by rules that a
 * deployment may put right at any time, and is found when it is asked for.
 */
public final class DeadlineProjection implements Projection {

    public static final String NAME = "deadline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        DeadlineRows rows = new DeadlineRows();
        for (Entry entry : batch) {
            switch (entry.payload()) {
                case ProjectEvent event -> new ProjectTerms(rows, entry).add(event);
                case InspectionEvent event -> inspection(rows.at(entry), event);
                case NgoEvent event -> donor(rows.at(entry), event);
                default -> {
                    // starts no term and ends none
                }
            }
        }
        rows.copy(connection);
    }

    private static void inspection(DeadlineRows.At at, InspectionEvent event) {
        String id = event.inspection().value();
        switch (event) {
            case InspectionEvent.InspectionPlanned e -> at.called(id, e.title(), e.title());
            case InspectionEvent.InspectionOpened e -> at.called(id, e.title(), e.title());
            case InspectionEvent.CorrectiveActionAgreed e -> at.starts(Obligation.Kind.CORRECTIVE_ACTION,
                    Integer.toString(e.action()), e.due(), e.responsible() + ": " + e.text());
            case InspectionEvent.ActionDone e ->
                at.ends(Obligation.Kind.CORRECTIVE_ACTION, Integer.toString(e.action()));
            case InspectionEvent.ActionVerified e ->
                at.ends(Obligation.Kind.CORRECTIVE_ACTION, Integer.toString(e.action()));
            case InspectionEvent.RecoveryOrdered e -> at.startsWithMoney(Obligation.Kind.RECOVERY,
                    Integer.toString(e.finding()), e.due(), e.order().reference(), e.money());
            default -> {
                // sets no day and meets none
            }
        }
    }

    private static void donor(DeadlineRows.At at, NgoEvent event) {
        String id = event.ngo().value();
        switch (event) {
            case NgoEvent.DonorRegistered e -> at.called(id, e.nameVi(), e.name());
            case NgoEvent.CertificateGranted e -> certificate(at, e.validTo(), e.certificate().reference());
            case NgoEvent.CertificateExtended e -> certificate(at, e.validTo(), e.decision().reference());
            case NgoEvent.CertificateRevoked e -> at.ends(Obligation.Kind.CERTIFICATE, DeadlineRows.EVERY);
            default -> {
                // the certificate's last day stays
            }
        }
    }

    /** The last day of the latest of them counts. */
    private static void certificate(DeadlineRows.At at, LocalDate validTo, String reference) {
        at.starts(Obligation.Kind.CERTIFICATE, DeadlineRows.WHOLE, validTo, reference);
    }
}
