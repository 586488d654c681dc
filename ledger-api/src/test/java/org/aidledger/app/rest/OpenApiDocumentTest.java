package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface is part of the reference; {@code -Daidledger.docs.write=true} writes it anew. */
class OpenApiDocumentTest {

    private static final Path COMMITTED =
            Path.of(System.getProperty("aidledger.root"), "docs", "reference", "openapi.json");

    private static String served;

    @BeforeAll
    static void serve() {
        try (TestLedger ledger = TestLedger.closed()) {
            served = ledger.anyone().gets("/v3/api-docs").thenStatus(200).text().strip() + "\n";
        }
    }

    @Test
    void the_committed_description_is_the_one_that_is_served() throws IOException {
        if (Boolean.getBoolean("aidledger.docs.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED).exists();
        assertThat(Files.readString(COMMITTED))
                .as("docs/reference/openapi.json; run this test with -Daidledger.docs.write=true to bring it up to date")
                .isEqualTo(served);
    }

    @Test
    void every_reference_in_it_leads_somewhere() {
        JsonNode document = new JsonMapper().readTree(served);
        List<String> references = new ArrayList<>();
        document.findValuesAsString("$ref", references);
        assertThat(references).isNotEmpty().allSatisfy(
                reference -> assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/projects, get, 400 401 404 503", "/api/v1/findings, get, 400 401 404 503",
        "/api/v1/evidence/periods/{first}, get, 400 401 403 404 422 503",
        "/api/v1/evidence/projects/{project}, get, 400 401 404 422 503",
        "/api/v1/imports, post, 400 401 403 404 415 422 503",
        "/api/v1/bank-accounts/statements, post, 400 401 403 404 415 422 503",
        "/api/v1/bank-accounts/{id}/matches/proposed, post, 400 401 403 404 413 415 422 503",
        "/api/v1/log/since, post, 400 401 404 413 415 422 503",
        "/api/v1/projects, post, 400 401 403 404 409 412 413 415 422 503"})
    void the_problems_that_can_happen_are_described(String path, String method, String statuses) {
        JsonNode responses = new JsonMapper().readTree(served).at("/paths").get(path).get(method).get("responses");
        assertThat(responses.propertyNames()).filteredOn(status -> status.charAt(0) != '2')
                .containsExactlyInAnyOrder(statuses.split(" "));
    }
}
