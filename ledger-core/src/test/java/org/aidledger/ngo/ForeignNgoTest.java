package org.aidledger.ngo;

import static org.aidledger.ngo.NgoFacts.*;

import java.time.LocalDate;
import org.aidledger.document.DocumentRef;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

class ForeignNgoTest {

    @Test
    void each_command_becomes_its_event() {
        given().when(register()).records(registered());
        given(registered()).when(grant()).records(granted());
        given(registered(), granted()).when(extend(TO.plusYears(3))).records(extended(TO.plusYears(3)));
        given(registered(), granted()).when(amend()).records(amended());
        given(registered(), granted()).when(suspend()).records(suspended());
        given(registered(), granted(), suspended()).when(resume()).records(resumed());
        given(registered(), granted(), suspended()).when(revoke()).records(revoked());
        given(registered()).when(name(PERSON)).records(named());
        given(registered(), named()).when(destroy(PERSON.subject())).records(destroyed());
    }

    @Test
    void registering_again_and_destroying_again_change_nothing() {
        given(registered(), granted()).when(register()).changesNothing();
        given(registered()).when(register("Others", "NL")).refused("stream.registered-differently");
        given(registered(), named(), destroyed()).when(destroy(PERSON.subject())).changesNothing();
    }

    @Test
    void nothing_is_granted_to_a_donor_the_ledger_does_not_know() {
        given().when(grant()).refused("stream.not-registered");
        given().when(name(PERSON)).refused("stream.not-registered");
    }

    @Test
    void a_certificate_from_before_the_decree_may_be_longer() {
        var longer = new NgoCommand.GrantCertificate(DONOR, DocumentRef.of("1/GĐK"), "COMINGO",
                LocalDate.of(2022, 10, 1), LocalDate.of(2027, 9, 30), java.util.List.of(), java.util.List.of(),
                LocalDate.of(2022, 10, 31));
        given(registered()).when(longer).accepted();
    }

    @Test
    void a_new_certificate_may_be_granted_at_once_after_a_revocation() {
        given(registered(), granted(), revoked()).when(grant("2/GĐK", TO.minusDays(9), TO.plusYears(1))).accepted();
    }

    @Test
    void an_entry_is_not_dated_in_the_future() {
        given(registered(), granted()).when(extend(TO.plusYears(1), Scenario.TODAY.plusDays(1)))
                .refused("certificate.lapsed", "date.in-future");
    }
}
