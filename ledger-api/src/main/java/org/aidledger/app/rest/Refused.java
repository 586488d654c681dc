package org.aidledger.app.rest;

import java.util.List;
import org.aidledger.event.Refusal;

/** Carries refusals to where they are turned into a problem; never empty, the first is the gravest. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    Refused(List<Refusal> refusals) {
        super(refusals.getFirst().code(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    Refused(Refusal refusal) {
        this(List.of(refusal));
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
