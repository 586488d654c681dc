package org.aidledger.app.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a command that was not refused.
 *
 * @param recorded whether there are events of it in the log; else what it says holds already, or it was a dry run
 * @param firstIndex index of its first event, where recorded
 * @param lastIndex index of its last event, where recorded
 * @param known the number to ask figures at, as {@code ?known=}, that count its events
 * @param version the stream's version, also the ETag
 * @param projected whether the views have it, where the caller waited for them
 * @param proofs that its events are in the log, where the caller waited for the seal
 * @param events what a dry run would record: type, effective date and payload
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandAnswer(String stream, boolean recorded, @Nullable Long firstIndex, @Nullable Long lastIndex,
        @Nullable Long known, @Nullable Long version, @Nullable Boolean projected,
        @Nullable List<ProofFiles.Sealed> proofs, @Nullable List<JsonNode> events,
        Map<String, String> links) {
}
