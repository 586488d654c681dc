package org.aidledger.event;

import java.time.LocalDate;
import java.util.Map;

/** Refusals that every stream can give. */
public sealed interface GeneralRefusal extends Refusal {

    /** Nothing can be asked of a stream that was never opened. Refused in both ways. */
    record NotRegistered(String stream) implements GeneralRefusal {
        @Override
        public String code() {
            return "stream.not-registered";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream);
        }
    }

    /** A stream is opened once; opening it again with the same facts changes nothing, with others it is refused in both ways. */
    record RegisteredDifferently(String stream) implements GeneralRefusal {
        @Override
        public String code() {
            return "stream.registered-differently";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream);
        }
    }

    /** The caller judged an older state of the stream than the one that is there now. Refused in both ways. */
    record VersionMoved(String stream, long expected, long actual) implements GeneralRefusal {
        @Override
        public String code() {
            return "stream.version-moved";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream, "expected", Long.toString(expected), "actual", Long.toString(actual));
        }
    }

    /** A fact is true on a day that has begun in Viet Nam; a plan is no fact. */
    record DateInFuture(LocalDate date, LocalDate today) implements GeneralRefusal {
        @Override
        public String code() {
            return "date.in-future";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "today", today.toString());
        }
    }

    /**
     * Who acts for somebody by delegation does not do what they may not do themselves.
     *
     * @param rule code of the rule that keeps the other from it
     */
    record ActsForAnother(String actor, String other, String rule) implements GeneralRefusal {
        @Override
        public String code() {
            return "segregation.acts-for";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "other", other, "rule", rule);
        }
    }
}
