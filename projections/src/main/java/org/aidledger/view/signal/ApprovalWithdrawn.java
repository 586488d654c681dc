package org.aidledger.view.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.event.Entry;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProjectEvent.AidApproved;

/** An approval was revoked. */
record ApprovalWithdrawn() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Found> found = new ArrayList<>();
        List<Long> approvals = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (entry.payload() instanceof AidApproved) {
                approvals.add(entry.index());
            } else if (entry.payload() instanceof ApprovalRevoked revoked) {
                List<Long> events = new ArrayList<>(approvals);
                events.add(entry.index());
                found.add(new Found("signal.approval-revoked",
                        Map.of("decision", revoked.decision().reference(), "date", revoked.effectiveDate().toString(),
                                "reason", revoked.reason()),
                        events));
            }
        }
        return found;
    }
}
