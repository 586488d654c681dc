package org.aidledger.event;

import java.util.Map;

/**
 * Why a command is not carried out: a stable code and the facts it was judged on, so that every surface can say it in its
 * reader's language. Each feature seals its own refusals.
 */
public interface Refusal {

    /** Stable, for example {@code funding.exceeds-approved}; part of the public interface. */
    String code();

    /** What the sentence needs, by name; values print as a reader expects them. */
    Map<String, String> arguments();
}
