package org.aidledger.eventstore;

/**
 * A name under which the append engine finds the last event that concerns something, across streams: the ground of a
 * precondition.
 *
 * @param value at most 200 characters, for example {@code acted/PRJ-0001/lan}
 */
public record Tag(String value) {

    /** What {@code actor} did in a project. */
    public static Tag acted(String project, String actor) {
        return new Tag("acted/" + project + "/" + actor);
    }

    /** That {@code actor} is on a team that inspects a project. */
    public static Tag inspects(String project, String actor) {
        return new Tag("inspects/" + project + "/" + actor);
    }
}
