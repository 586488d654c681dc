package org.aidledger.event;

import java.util.Set;

/** The names under which an event's metadata says who, why and from where; values are strings. */
public final class MetadataKeys {

    /** The {@link org.aidledger.actor.ActorId} that acted. Always present. */
    public static final String ACTOR = "actor";
    /** {@link org.aidledger.actor.Way}: DECIDED or REPORTED. Always present. */
    public static final String WAY = "way";
    /** The open month, {@code 2026-03}, that carries the event's postings. Always present on events that move money. */
    public static final String BOOKING_PERIOD = "bookingPeriod";
    /** Why, in the actor's words. */
    public static final String REASON = "reason";
    /** The interface it came through: rest, cli, demo. Earlier builds recorded import, whichever a file came through. */
    public static final String CHANNEL = "channel";
    /** SHA-256 of the file that reported it. */
    public static final String SOURCE_SHA256 = "sourceSha256";
    /** The name of that file. */
    public static final String SOURCE_NAME = "sourceName";
    /** The line of that file, counted from 1. */
    public static final String SOURCE_LINE = "sourceLine";

    /**
     * On commands only: the version the caller saw last, -1 for a stream that is not there yet. A stream that has moved on refuses
     * the command with {@code stream.version-moved}.
     */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** On commands only, with any value: decide, and record nothing. */
    public static final String DRY_RUN = "dryRun";

    /** What a command's metadata hands on to the events it leads to. */
    public static final Set<String> CARRIED =
            Set.of(ACTOR, WAY, REASON, CHANNEL, SOURCE_SHA256, SOURCE_NAME, SOURCE_LINE);

    private MetadataKeys() {
    }
}
