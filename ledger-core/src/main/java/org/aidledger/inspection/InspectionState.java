package org.aidledger.inspection;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.ActionVerified;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.CorrectiveActionAgreed;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionAbandoned;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of an inspection need to know of its past. Mutable and owned by whoever folds the stream.
 */
public final class InspectionState {

    private @Nullable InspectionPlanned planned;
    private @Nullable InspectionOpened opened;
    private boolean abandoned;
    private boolean concluded;
    private long nextVersion;
    /** Who raised each finding, by number from 1. */
    private final List<ActorId> raisedBy = new ArrayList<>(4);
    private final List<Action> actions = new ArrayList<>(4);

    /**
     * A corrective action.
     *
     * @param finding the number of its finding
     */
    record Action(int finding, boolean done, boolean verified) {
    }

    private InspectionState() {
    }

    /** A stream without events. */
    public static InspectionState empty() {
        return new InspectionState();
    }

    /**
     * The state after one more event, which is this object, changed.
     *
     * @param actor who entered it
     */
    public InspectionState evolve(InspectionEvent event, ActorId actor) {
        nextVersion++;
        switch (event) {
            case InspectionPlanned e -> planned = e;
            case InspectionAbandoned e -> abandoned = true;
            case InspectionOpened e -> opened = e;
            case FindingRaised e -> raisedBy.add(actor);
            case CorrectiveActionAgreed e -> actions.add(new Action(e.finding(), false, false));
            case ActionDone e -> actions.set(e.action() - 1, new Action(action(e.action()).finding, true, false));
            case ActionVerified e -> actions.set(e.action() - 1, new Action(action(e.action()).finding, true, true));
            case InspectionConcluded e -> concluded = true;
            case SampleDrawn _,CheckRecorded _,ResponseRecorded _,FindingEscalated _,RecoveryOrdered _ -> {
                // No rule looks back at them.
            }
        }
        return this;
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** Null for an inspection that was not planned. */
    @Nullable
    InspectionPlanned planned() {
        return planned;
    }

    /** Null before it is opened. */
    @Nullable
    InspectionOpened opened() {
        return opened;
    }

    boolean abandoned() {
        return abandoned;
    }

    boolean concluded() {
        return concluded;
    }

    /** How many were raised. */
    int findings() {
        return raisedBy.size();
    }

    /** @param finding a number from 1 to {@link #findings} */
    ActorId raisedBy(int finding) {
        return raisedBy.get(finding - 1);
    }

    /** How many were agreed. */
    int actions() {
        return actions.size();
    }

    /** @param number from 1 to {@link #actions} */
    Action action(int number) {
        return actions.get(number - 1);
    }
}
