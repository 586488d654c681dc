package org.aidledger.ngo;

import static org.aidledger.ngo.NgoFacts.*;
import static org.aidledger.testing.Judged.ALWAYS;
import static org.aidledger.testing.Judged.IN_BOTH_WAYS;

import java.util.List;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of the donor registry by example, in the order in which a reader meets them. */
public final class NgoRules {

    private NgoRules() {
    }

    public static List<RuleExample<NgoCommand, NgoEvent>> examples() {
        return List.of(
                rule("donor.name-missing", "A donor has a name.", IN_BOTH_WAYS, given(), register(" ", "NL"))
                        .keeps(register()),
                rule("donor.country-unknown", "A donor's country is one of ISO 3166-1.", IN_BOTH_WAYS, given(),
                        register("Friends of the Delta", "XX")).keeps(register()),
                rule("certificate.not-for-kind", "Only non-profit organisations hold registration certificates.",
                        IN_BOTH_WAYS, given(registered(DonorKind.FOREIGN_COMPANY)), grant())
                        .keeps(given(registered(DonorKind.FOUNDATION)), grant()),
                rule("certificate.number-used", "A certificate is granted once.", IN_BOTH_WAYS,
                        given(registered(), granted()), grant("1/GĐK", TO.plusDays(1), TO.plusYears(1)))
                        .keeps(grant("2/GĐK", TO.plusDays(1), TO.plusYears(1))),
                rule("certificate.still-in-force", "A donor holds one certificate at a time.", IN_BOTH_WAYS,
                        given(registered(), granted()), grant("2/GĐK", TO, TO.plusYears(1)))
                        .keeps(grant("2/GĐK", TO.plusDays(1), TO.plusYears(1))),
                rule("certificate.dates-reversed", "A certificate ends after it begins.", IN_BOTH_WAYS,
                        given(registered()), grant("1/GĐK", TO, FROM)).keeps(grant()),
                rule("certificate.too-long", "A certificate, and an extension, is for at most three years.",
                        IN_BOTH_WAYS, given(registered()), grant("1/GĐK", FROM, TO.plusDays(1))).keeps(grant()),
                rule("certificate.none", "What happens to a certificate happens to one that was granted.",
                        IN_BOTH_WAYS, given(registered()), suspend())
                        .keeps(given(registered(), granted()), suspend()),
                rule("certificate.revoked", "Nothing happens to a certificate after it is revoked.", IN_BOTH_WAYS,
                        given(registered(), granted(), revoked()), amend())
                        .keeps(given(registered(), granted()), amend()),
                rule("certificate.lapsed", "A certificate is extended while it is in force.", IN_BOTH_WAYS,
                        given(registered(), granted("1/GĐK", FROM, FROM.plusYears(2))), extend(FROM.plusYears(4)))
                        .keeps(extend(FROM.plusYears(4), FROM.plusYears(2))),
                rule("certificate.not-longer", "An extension ends later than what it extends.", IN_BOTH_WAYS,
                        given(registered(), granted()), extend(TO)).keeps(extend(TO.plusYears(3))),
                rule("certificate.already-suspended", "Only a certificate that is not suspended is suspended.",
                        IN_BOTH_WAYS, given(registered(), granted(), suspended()), suspend())
                        .keeps(given(registered(), granted(), suspended(), resumed()), suspend()),
                rule("certificate.not-suspended", "Only a suspended certificate is resumed.", IN_BOTH_WAYS,
                        given(registered(), granted()), resume())
                        .keeps(given(registered(), granted(), suspended()), resume()),
                rule("subject.used", "Every naming of a representative has a key of its own.", ALWAYS,
                        given(registered(), named()), name(PERSON))
                        .keeps(name(new SealedPerson("SUB-2", "c2VhbGVk"))),
                rule("subject.unknown", "Only a key that sealed something here is destroyed.", ALWAYS,
                        given(registered(), named()), destroy("SUB-2")).keeps(destroy("SUB-1")));
    }

    private static Broken<NgoCommand, NgoEvent> rule(String code, String rule, Judged judged,
            Scenario<NgoCommand, NgoEvent> broken, NgoCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
