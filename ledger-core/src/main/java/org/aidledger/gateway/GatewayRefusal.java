package org.aidledger.gateway;

import java.util.Map;
import org.aidledger.event.Refusal;

/** Refusals of the gateway itself, whatever the stream. */
public sealed interface GatewayRefusal extends Refusal {

    /** The idempotency key was first used with another request. */
    record KeyReused(String key) implements GatewayRefusal {
        @Override
        public String code() {
            return "idempotency.key-reused";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("key", key);
        }
    }

    /** Others kept changing what the decision rests on. Trying again later is safe. */
    record Contended(String stream, int attempts) implements GatewayRefusal {
        @Override
        public String code() {
            return "stream.contended";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream, "attempts", Integer.toString(attempts));
        }
    }
}
