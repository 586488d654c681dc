package org.aidledger.eventstore;

/**
 * A name under which the append engine finds the last event that concerns something, across streams: the ground of a
 * precondition.
 *
 * @param value at most 200 characters, for example {@code inspects/PRJ-0001/lan}
 */
public record Tag(String value) {

    /** That {@code actor} has entered something that is no role; carried by the first of it each node appends. */
    public static Tag posts(String actor) {
        return new Tag("posts/" + actor);
    }

    /** That {@code actor} has granted or withdrawn roles. */
    public static Tag administers(String actor) {
        return new Tag("administers/" + actor);
    }

    /** That {@code actor} delegated a role to {@code delegate}, or ended that. */
    public static Tag delegated(String actor, String delegate) {
        return new Tag("delegated/" + actor + "/" + delegate);
    }

    /** What became of the inspections that {@code actor} planned. */
    public static Tag plans(String actor) {
        return new Tag("plans/" + actor);
    }

    /** That an inspection was planned. */
    public static Tag planned(String inspection) {
        return new Tag("planned/" + inspection);
    }

    /** That a project was or is inspected. */
    public static Tag inspected(String project) {
        return new Tag("inspected/" + project);
    }

    /** That {@code actor} is on a team that inspects a project. */
    public static Tag inspects(String project, String actor) {
        return new Tag("inspects/" + project + "/" + actor);
    }
}
