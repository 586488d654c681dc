package org.aidledger.app.exchange.evidence;

import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.tlog.evidence.BundleLimits;

/** Why a bundle is not made. */
public sealed interface EvidenceRefusal extends Refusal {

    /** Nothing of that name was known then. */
    record Unknown(String what) implements EvidenceRefusal {
        @Override
        public String code() {
            return "evidence.unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("what", what);
        }
    }

    /** More than one bundle may hold. */
    record TooManyEvents(long events) implements EvidenceRefusal {
        @Override
        public String code() {
            return "evidence.too-many-events";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("events", Long.toString(events), "max", Integer.toString(BundleLimits.EVENTS_MAX));
        }
    }

    /** As an exception; nothing was written. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient EvidenceRefusal refusal;

        Refused(EvidenceRefusal refusal) {
            super(refusal.code() + " " + refusal.arguments());
            this.refusal = refusal;
        }

        public EvidenceRefusal refusal() {
            return refusal;
        }
    }
}
