package org.aidledger.catalogue;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a payload of one revision into the same fact in the next revision: a pure function of the payload, without clock,
 * look-ups or randomness, so that every reader at any time reads the same. The stored leaf never changes.
 *
 * <p>The payload has no {@code effectiveDate} when it is an event's own (the envelope has it), and has one when the event is
 * nested in another.
 */
@FunctionalInterface
public interface Upcaster {

    /** @param payload a copy that may be changed and returned */
    ObjectNode upcast(ObjectNode payload);
}
