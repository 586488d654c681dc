package org.aidledger.gateway;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside a command.
 *
 * @param channel the interface it came through: rest, cli, demo
 * @param reason why, in the actor's words
 * @param key so that asking twice does it once
 * @param expectedVersion the version of the stream the caller saw last (-1: none yet); a stream that moved on refuses
 * @param dryRun decide, and record nothing
 */
public record Request(ActorId actor, Way way, String channel, @Nullable String reason, @Nullable IdempotencyKey key,
        @Nullable Long expectedVersion, boolean dryRun) {

    public static Request of(String actor, Way way, String channel) {
        return new Request(new ActorId(actor), way, channel, null, null, null, false);
    }

    public Request withKey(IdempotencyKey newKey) {
        return new Request(actor, way, channel, reason, newKey, expectedVersion, dryRun);
    }

    public Request withExpectedVersion(long version) {
        return new Request(actor, way, channel, reason, key, version, dryRun);
    }

    public Request asDryRun() {
        return new Request(actor, way, channel, reason, key, expectedVersion, true);
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MetadataKeys.ACTOR, actor.value());
        metadata.put(MetadataKeys.WAY, way.name());
        metadata.put(MetadataKeys.CHANNEL, channel);
        if (reason != null) {
            metadata.put(MetadataKeys.REASON, reason);
        }
        if (expectedVersion != null) {
            metadata.put(MetadataKeys.EXPECTED_VERSION, expectedVersion.toString());
        }
        if (dryRun) {
            metadata.put(MetadataKeys.DRY_RUN, "true");
        }
        return metadata;
    }
}
