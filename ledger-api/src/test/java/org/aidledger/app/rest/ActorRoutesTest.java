package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActorRoutesTest {

    private static final String LAN = "/api/v1/actors/lan";

    private static TestLedger served;
    private static Caller administrator;

    @BeforeAll
    static void serve() {
        served = TestLedger.demo();
        administrator = served.as("administrator");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String body(String properties) {
        return "{" + properties + ",\"role\":\"APPROVER\",\"decision\":{\"reference\":\"3/QD\"},"
                + "\"effectiveDate\":\"2024-01-02\"}";
    }

    @Test
    void whether_she_was_allowed_then_can_be_asked() {
        administrator.posts(LAN + "/roles?wait=projected", body("\"from\":\"2024-01-02\"")).thenStatus(201);
        administrator.posts(LAN + "/delegations?wait=projected",
                body("\"delegate\":\"minh\",\"from\":\"2024-02-01\",\"until\":\"2024-02-14\"")).thenStatus(201);

        assertThat(administrator.gets(LAN + "?effective=2024-01-01").thenStatus(200).json().get("roles")).isEmpty();
        assertThat(administrator.gets(LAN + "?effective=2024-01-02").at("/roles/0/role")).isEqualTo("APPROVER");
        assertThat(administrator.gets("/api/v1/actors/minh?effective=2024-02-14").at("/roles/0/delegatedBy"))
                .isEqualTo("lan");
        administrator.posts(LAN + "/roles", body("\"from\":\"2024-05-02\"")).thenProblem(422, "role.already-granted");
        administrator.posts("/api/v1/actors/administrator/roles", body("\"from\":\"2024-05-02\""))
                .thenProblem(422, "segregation.own-role");
        served.as("officer").posts(LAN + "/roles", body("\"from\":\"2024-05-02\""))
                .thenProblem(403, "request.not-allowed");
    }
}
