package org.aidledger.app.exchange;

import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.MetadataKeys;

/**
 * Who hands a file in, and through which interface: what a name is worth depends on it. Over REST somebody has logged in by that
 * name; at the command line it is the user of the operating system, or whoever that user says with {@code --actor}.
 *
 * @param channel the interface: rest, cli, demo
 */
public record Submitter(ActorId actor, String channel) {

    /** A caller who has logged in. */
    public static Submitter overRest(String name) {
        return new Submitter(new ActorId(name), "rest");
    }

    /** A user of the machine that the ledger is on. */
    public static Submitter atCommandLine(String name) {
        return new Submitter(new ActorId(name), "cli");
    }

    /**
     * What is recorded beside every event of a file.
     *
     * @param name of the file, without folders
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     */
    public Map<String, String> provenance(Way way, String name, String sha256) {
        return Map.of(MetadataKeys.ACTOR, actor.value(), MetadataKeys.WAY, way.name(), MetadataKeys.CHANNEL, channel,
                MetadataKeys.SOURCE_NAME, name, MetadataKeys.SOURCE_SHA256, sha256);
    }
}
