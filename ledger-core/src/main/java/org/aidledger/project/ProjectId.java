package org.aidledger.project;

import java.util.regex.Pattern;

/**
 * The stream of one aid project.
 *
 * @param value {@code PRJ-} and 1 to 60 letters, digits, dots, dashes or underscores
 */
public record ProjectId(String value) {

    public static final String PREFIX = "PRJ-";

    private static final Pattern FORM = Pattern.compile("PRJ-[A-Za-z0-9._-]{1,60}");

    /** @throws IllegalArgumentException when the value breaks the bounds above */
    public ProjectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a project's id is PRJ- and up to 60 letters, digits, '.', '-' or '_': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
