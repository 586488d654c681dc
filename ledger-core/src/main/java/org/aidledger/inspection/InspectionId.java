package org.aidledger.inspection;

/**
 * The stream of one post-inspection.
 *
 * @param value {@code INS-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record InspectionId(String value) {

    public static final String PREFIX = "INS-";

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public InspectionId {
        if (!value.matches("INS-[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException(
                    "an inspection's id is INS- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
