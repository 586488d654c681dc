package org.aidledger.aggregate;

import java.time.YearMonth;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.GeneralRefusal.VersionMoved;
import org.aidledger.event.MetadataKeys;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Reads what travels beside a command, and makes from it what travels beside its events. */
public final class CommandMetadata {

    private static final String[] CARRIED = MetadataKeys.CARRIED.toArray(String[]::new);

    private CommandMetadata() {
    }

    /** @throws IllegalArgumentException when the command came without an actor: the gateway must set one */
    public static ActorId actor(MetaData command) {
        return new ActorId(required(command, MetadataKeys.ACTOR));
    }

    /** @throws IllegalArgumentException when the command came without a way: the gateway must set one */
    public static Way way(MetaData command) {
        return Way.valueOf(required(command, MetadataKeys.WAY));
    }

    private static String required(MetaData command, String key) {
        if (command.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("a command needs the metadata \"" + key + "\"");
    }

    /** @return a refusal when the caller expected another version than the stream's, else null */
    public static @Nullable VersionMoved versionMoved(MetaData command, String stream, long version) {
        if (command.get(MetadataKeys.EXPECTED_VERSION) instanceof String text && Long.parseLong(text) != version) {
            return new VersionMoved(stream, Long.parseLong(text), version);
        }
        return null;
    }

    /** Whether the command is only to be decided. */
    public static boolean isDryRun(MetaData command) {
        return command.containsKey(MetadataKeys.DRY_RUN);
    }

    /** What every event of the command carries. */
    public static MetaData carried(MetaData command) {
        return command.subset(CARRIED);
    }

    /** @param month that carries what moves money, or null for what moves none */
    public static MetaData booked(MetaData carried, @Nullable YearMonth month) {
        return month == null ? carried : carried.and(MetadataKeys.BOOKING_PERIOD, month.toString());
    }
}
