package org.aidledger.project;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.jspecify.annotations.Nullable;

/** What makers proposed and no checker has carried out or refused yet. Mutable. */
final class Proposals {

    /** @param maker null where it is not known who entered it */
    record Open(ProposalEvent proposal, @Nullable ActorId maker) {
    }

    private final Map<Long, Open> open = new HashMap<>(4);

    void add(long version, ProposalEvent event, @Nullable ActorId actor) {
        switch (event) {
            case DisbursementProposed e -> open.put(version, new Open(e, actor));
            case CorrectionProposed e -> open.put(version, new Open(e, actor));
            case DisbursementRefused e -> open.remove(e.proposal());
        }
    }

    void carriedOut(Movement movement) {
        if (movement instanceof FundsDisbursed disbursed && disbursed.proposal() != null) {
            open.remove(disbursed.proposal());
        }
    }

    void carriedOut(EntryCorrected correction) {
        if (correction.proposal() != null) {
            open.remove(correction.proposal());
        }
    }

    /** Null: nothing was proposed there, or it was decided on. */
    @Nullable
    Open at(long version) {
        return open.get(version);
    }
}
