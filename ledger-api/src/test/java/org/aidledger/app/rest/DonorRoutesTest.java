package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.log.DatabaseVerification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DonorRoutesTest {

    private static final String DONORS = "/api/v1/donors";

    private static TestLedger served;
    private static Caller officer;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        officer = served.as("officer");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void registered(String id) {
        officer.posts(DONORS + "?wait=projected",
                "{\"donor\":\"" + id + "\",\"kind\":\"FOREIGN_NGO\",\"name\":\"Friends of "
                        + id + "\",\"country\":\"NL\",\"effectiveDate\":\"2023-01-01\"}")
                .thenStatus(201);
    }

    private static Answer enters(String id, String route, String properties) {
        return officer.posts(DONORS + "/" + id + "/" + route + "?wait=projected",
                "{" + properties + ",\"effectiveDate\":\"2023-03-01\"}");
    }

    private static Answer certificate(String id, String to) {
        return enters(id, "certificates",
                "\"certificate\":{\"reference\":\"GDK " + id + "\"},\"authority\":\"COMINGO\","
                        + "\"validFrom\":\"2023-03-01\",\"validTo\":\"" + to
                        + "\",\"areas\":[{\"province\":\"24\",\"listDate\":"
                        + "\"2025-07-01\"}],\"sectors\":[{\"vocabulary\":\"1\",\"code\":\"14030\"}]");
    }

    @Test
    void a_certificate_lives_through_the_interface() {
        registered("NGO-A");
        certificate("NGO-A", "2027-02-28").thenProblem(422, "certificate.too-long");
        certificate("NGO-A", "2026-02-28").thenStatus(201);
        String decision = "\"decision\":{\"reference\":\"8/QD\"}";
        enters("NGO-A", "certificate-suspensions", decision).thenStatus(201);
        enters("NGO-A", "certificate-resumptions", decision).thenStatus(201);
        enters("NGO-A", "certificate-amendments", decision + ",\"areas\":[],\"sectors\":[]").thenStatus(201);
        enters("NGO-A", "certificate-extensions", decision + ",\"validTo\":\"2029-02-28\"").thenStatus(201);
        Answer file = officer.gets(DONORS + "/NGO-A").thenStatus(200);
        assertThat(file.at("/donor/validTo")).isEqualTo("2029-02-28");
        assertThat(file.json().get("events")).hasSize(6);
        enters("NGO-A", "certificate-revocations", decision).thenStatus(201);
        assertThat(officer.gets(DONORS + "?q=friends+ngo-a").at("/count")).isEqualTo("1");
    }

    @Test
    void who_was_active_between_two_dates_is_answered_as_known_on_a_third() {
        registered("NGO-B");
        String before = certificate("NGO-B", "2023-08-31").thenStatus(201).at("/firstIndex");
        String question = DONORS + "/active?from=2023-08-01&to=2023-12-31";
        assertThat(officer.gets(question).thenStatus(200).text()).contains("NGO-B");
        assertThat(officer.gets(question + "&known=" + before).text()).doesNotContain("NGO-B");
        officer.gets(DONORS + "/active?from=2023-08-01&to=2022-12-31").thenProblem(400, "request.wrong-parameter");
    }

    @Test
    void a_representatives_data_can_be_erased_and_the_log_still_verifies() {
        registered("NGO-C");
        enters("NGO-C", "representatives", "\"person\":{\"name\":\"Pieter Jansen\",\"passport\":\"NX12345\"}")
                .thenStatus(201);
        Answer before = officer.gets(DONORS + "/NGO-C");
        assertThat(before.at("/representatives/0/person/name")).isEqualTo("Pieter Jansen");
        assertThat(before.at("/events/1/fact/representative/sealed")).doesNotContain("Pieter");
        String subject = before.at("/representatives/0/subject");

        enters("NGO-C", "erasures", "\"subject\":\"" + subject + "\",\"order\":{\"reference\":\"Request 3\"}")
                .thenStatus(201);

        Answer after = officer.gets(DONORS + "/NGO-C");
        assertThat(after.at("/representatives/0/person")).isEqualTo("null");
        assertThat(after.at("/events/2/fact/subject")).isEqualTo(subject);
        assertThat(new DatabaseVerification(served.ledger().database(), List.of()).run(done -> {
        }).isSound()).isTrue();
        enters("NGO-C", "erasures", "\"subject\":\"SUB-0\",\"order\":{\"reference\":\"Request 4\"}")
                .thenProblem(422, "subject.unknown");
    }
}
