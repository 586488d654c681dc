package org.aidledger.period;

/**
 * Whose books a project's money is reported in: its aid owner or, where none is named, its managing agency.
 *
 * @param key the organisation's identifier where it is known, else its name as it was registered; 1 to
 *        {@value #LENGTH_MAX} characters
 */
public record ReportingEntity(String key) {

    public static final int LENGTH_MAX = 500;

    /** @throws IllegalArgumentException when the key is blank or too long */
    public ReportingEntity {
        if (!isPossible(key)) {
            throw new IllegalArgumentException(
                    "a reporting entity is an identifier or a name of 1 to " + LENGTH_MAX + " characters");
        }
    }

    /** Whether an organisation may be one: what a file names at greater length has no periods that could be closed. */
    public static boolean isPossible(String key) {
        return !key.isBlank() && key.length() <= LENGTH_MAX;
    }

    @Override
    public String toString() {
        return key;
    }
}
