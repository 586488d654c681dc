package org.aidledger.app.rest;

import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.text.Texts;

/** Why a request is not even asked of the ledger, or why the ledger cannot answer it now; each tells the caller what to do. */
sealed interface RequestRefusal extends Refusal {

    /** The HTTP status it is answered with. */
    default int status() {
        return 400;
    }

    /** Why it is refused, in the reader's language. */
    default String say(Texts texts) {
        return texts.say(this);
    }

    @Override
    default Map<String, String> arguments() {
        return Map.of();
    }

    /** Something that was sent cannot be read; its sentence says what is wrong with it. */
    sealed interface Faulty extends RequestRefusal {
        Fault problem();

        @Override
        default String say(Texts texts) {
            return problem().say(this, texts);
        }
    }

    /**
     * The body is not JSON.
     *
     * @param line of the body, from 1
     * @param column of that line, from 1
     */
    record Malformed(int line, int column, Fault problem) implements Faulty {
        @Override
        public String code() {
            return "request.malformed";
        }

        @Override
        public Map<String, String> arguments() {
            return problem.beside(Map.of("line", Integer.toString(line), "column", Integer.toString(column)));
        }
    }

    /**
     * Nothing is taken that would be ignored.
     *
     * @param known the properties there are, separated by commas
     */
    record UnknownProperty(String property, String known) implements RequestRefusal {
        @Override
        public String code() {
            return "request.unknown-property";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("property", property, "known", known);
        }
    }

    record PropertyMissing(String property) implements RequestRefusal {
        @Override
        public String code() {
            return "request.property-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("property", property);
        }
    }

    record WrongValue(String property, int line, int column, Fault problem) implements Faulty {
        @Override
        public String code() {
            return "request.wrong-value";
        }

        @Override
        public Map<String, String> arguments() {
            return problem.beside(
                    Map.of("property", property, "line", Integer.toString(line), "column", Integer.toString(column)));
        }
    }

    /** Of the address or a header. */
    record WrongParameter(String parameter, String value, Fault problem) implements Faulty {
        @Override
        public String code() {
            return "request.wrong-parameter";
        }

        @Override
        public Map<String, String> arguments() {
            return problem.beside(Map.of("parameter", parameter, "value", value));
        }
    }

    /**
     * Nothing is taken that would be ignored.
     *
     * @param known the parameters there are at that address, separated by commas
     */
    record UnknownParameter(String parameter, String known) implements RequestRefusal {
        @Override
        public String code() {
            return "request.unknown-parameter";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("parameter", parameter, "known", known);
        }
    }

    record LoginNeeded() implements RequestRefusal {
        @Override
        public int status() {
            return 401;
        }

        @Override
        public String code() {
            return "request.login-needed";
        }
    }

    record NotAllowed() implements RequestRefusal {
        @Override
        public int status() {
            return 403;
        }

        @Override
        public String code() {
            return "request.not-allowed";
        }
    }

    record NotFound(String what) implements RequestRefusal {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String code() {
            return "request.not-found";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("what", what);
        }
    }

    record TooLarge(int bytesMax) implements RequestRefusal {
        @Override
        public int status() {
            return 413;
        }

        @Override
        public String code() {
            return "request.too-large";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("bytesMax", Integer.toString(bytesMax));
        }
    }

    /** Any other that HTTP has a status for: a method, a media type. */
    record Unsupported(int status, Fault problem) implements Faulty {
        @Override
        public String code() {
            return "request.unsupported";
        }

        @Override
        public Map<String, String> arguments() {
            return problem.beside(Map.of());
        }
    }

    /** Nothing was written. */
    record Unavailable(String problem) implements RequestRefusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String code() {
            return "server.unavailable";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("problem", problem);
        }
    }

    /**
     * The views do not hold what the answer is over; they catch up by themselves.
     *
     * @param held the number of events they hold
     * @param known the number of events the answer is over
     */
    record Behind(long held, long known) implements RequestRefusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String code() {
            return "server.behind";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("held", Long.toString(held), "known", Long.toString(known));
        }
    }

    /** Asking again is safe. */
    record DatabaseAway() implements RequestRefusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String code() {
            return "server.database-away";
        }
    }

    /** Asking again with the same idempotency key tells what became of it. */
    record OutcomeUnknown() implements RequestRefusal {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String code() {
            return "server.outcome-unknown";
        }
    }

    /**
     * Unforeseen.
     *
     * @param reference under which the server's log has the cause
     */
    record Failed(String reference) implements RequestRefusal {
        @Override
        public int status() {
            return 500;
        }

        @Override
        public String code() {
            return "server.failed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("reference", reference);
        }
    }
}
