package org.aidledger.ngo;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;

/** The rules of the donor registry, one record a rule. */
public sealed interface NgoRefusal extends Refusal {

    /** Registration certificates are for non-profit organisations (Decree 58/2022, art. 2). */
    record NoCertificateNeeded(DonorKind kind) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.not-for-kind";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("kind", kind.name());
        }
    }

    /** A certificate is granted once. */
    record NumberUsed(String number) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.number-used";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number);
        }
    }

    /** A donor holds one certificate at a time. */
    record StillInForce(String number, LocalDate until) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.still-in-force";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number, "until", until.toString());
        }
    }

    /** A certificate ends after it begins. */
    record DatesReversed(LocalDate from, LocalDate to) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.dates-reversed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** A certificate is valid for at most three years, and so is an extension (Decree 58/2022). */
    record TooLong(LocalDate from, LocalDate to, LocalDate longest) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.too-long";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString(), "longest", longest.toString());
        }
    }

    /** What happens to a certificate happens to one that was granted. */
    record NoCertificate(NgoId ngo) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.none";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("ngo", ngo.value());
        }
    }

    /** Nothing happens to a certificate after it is revoked; a new one is granted. */
    record Revoked(String number) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.revoked";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number);
        }
    }

    /** A certificate is extended while it is in force; afterwards a new one is granted. */
    record Lapsed(String number, LocalDate until) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.lapsed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number, "until", until.toString());
        }
    }

    /** An extension ends later than what it extends. */
    record NotLonger(LocalDate until, LocalDate asked) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.not-longer";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("until", until.toString(), "asked", asked.toString());
        }
    }

    /** Only a certificate in force is suspended. */
    record AlreadySuspended(String number) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.already-suspended";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number);
        }
    }

    /** Only a suspended certificate is resumed. */
    record NotSuspended(String number) implements NgoRefusal {
        @Override
        public String code() {
            return "certificate.not-suspended";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("number", number);
        }
    }

    /** A donor has a name. */
    record NameMissing(NgoId ngo) implements NgoRefusal {
        @Override
        public String code() {
            return "donor.name-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("ngo", ngo.value());
        }
    }

    /** A country is named by its two letters of ISO 3166-1. */
    record CountryUnknown(String country) implements NgoRefusal {
        @Override
        public String code() {
            return "donor.country-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("country", country);
        }
    }

    /** Only a key that sealed something here is destroyed. */
    record SubjectUnknown(String subject) implements NgoRefusal {
        @Override
        public String code() {
            return "subject.unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("subject", subject);
        }
    }

    /** Every naming of a representative has a key of its own. */
    record SubjectUsed(String subject) implements NgoRefusal {
        @Override
        public String code() {
            return "subject.used";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("subject", subject);
        }
    }
}
