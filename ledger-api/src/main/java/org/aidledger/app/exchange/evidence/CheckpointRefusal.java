package org.aidledger.app.exchange.evidence;

import java.util.Map;
import org.aidledger.event.Refusal;

/** Why what an auditor hands in is not taken as a saved checkpoint. */
public sealed interface CheckpointRefusal extends Refusal {

    @Override
    default Map<String, String> arguments() {
        return Map.of();
    }

    /** The text is not that of a signed checkpoint. */
    record Unreadable() implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.unreadable";
        }
    }

    /** Neither text nor a PNG or JPEG picture that can be read. */
    record NotAPicture() implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.not-a-picture";
        }
    }

    /** More bytes than are taken. */
    record TooManyBytes(int max) implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.too-many-bytes";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("max", Integer.toString(max));
        }
    }

    /** More pixels than are unfolded; told by the picture's header, before anything is. */
    record TooManyPixels(long width, long height, long max, int sideMax) implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.too-many-pixels";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("width", Long.toString(width), "height", Long.toString(height), "max", Long.toString(max),
                    "sideMax", Integer.toString(sideMax));
        }
    }

    /** There is no QR code in the picture, or none that can be read. */
    record NoCode() implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.no-code";
        }
    }

    /** The QR code holds something else. */
    record OtherCode() implements CheckpointRefusal {
        @Override
        public String code() {
            return "checkpoint.other-code";
        }
    }

    /** As an exception. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient CheckpointRefusal refusal;

        Refused(CheckpointRefusal refusal) {
            super(refusal.code() + " " + refusal.arguments());
            this.refusal = refusal;
        }

        public CheckpointRefusal refusal() {
            return refusal;
        }
    }
}
