package org.aidledger.event;

import java.util.Map;

/** That a reported fact of the same stream breaks a rule: noted by the ledger itself, accusing nobody. */
public interface NotedBreach extends LedgerEvent {

    /** The code the same breach is refused with when an officer decides here. */
    String rule();

    /** What the rule was judged on, by name. */
    Map<String, String> evidence();

    /** Version in this stream of the fact. */
    long about();
}
