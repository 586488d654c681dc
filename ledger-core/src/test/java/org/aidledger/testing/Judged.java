package org.aidledger.testing;

/** When a rule is judged, and what comes of breaking it. */
public enum Judged {

    IN_BOTH_WAYS("Decided here: refused. Reported: recorded, and the breach noted beside the fact."),
    WHEN_DECIDED("Decided here: refused. Reported: recorded; the rule is not judged."),
    ALWAYS("Refused in both ways: it cannot be recorded."),
    HERE_ONLY("Refused. What it judges is never reported."),
    WHEN_REPORTED("Refused when reported."),
    NOTED("Recorded in both ways, and the breach noted beside the fact.");

    private final String words;

    Judged(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
