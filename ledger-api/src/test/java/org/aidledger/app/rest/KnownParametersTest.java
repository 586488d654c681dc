package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every address takes the parameters that its description has, and none beside them. */
class KnownParametersTest {

    private static final String UNKNOWN = "request.unknown-parameter";

    private static TestLedger served;
    private static Caller caller;
    private static List<Described> described;

    /** A way to ask an address, as the OpenAPI document has it. */
    private record Described(String path, String method, String type, List<String> parameters) {

        static Described of(String path, String method, JsonNode operation) {
            List<String> parameters = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.get("in").asString().equals("query")) {
                    parameters.add(parameter.get("name").asString());
                }
            }
            return new Described(path.replaceAll("\\{[^}]*}", "x"), method,
                    operation.path("requestBody").path("content").propertyStream().map(Map.Entry::getKey)
                            .findFirst().orElse("application/json"),
                    parameters);
        }

        Answer asked(String query) {
            return method.equals("get") ? caller.gets(path + query)
                    : caller.with("Content-Type", type).posts(path + query, "{}");
        }
    }

    @BeforeAll
    static void read_the_description() {
        served = TestLedger.ofAllRoles("tester");
        caller = served.as("tester");
        described = new ArrayList<>();
        served.anyone().gets("/v3/api-docs").json().get("paths").forEachEntry((path, operations) -> {
            if (path.startsWith(Paths.API)) {
                operations.forEachEntry(
                        (method, operation) -> described.add(Described.of(path, method, operation)));
            }
        });
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void whatever_is_described_is_taken() {
        assertThat(described).hasSizeGreaterThan(80);
        for (Described one : described) {
            StringBuilder query = new StringBuilder("?");
            one.parameters.forEach(name -> query.append(name).append("=x&"));
            Answer answer = one.asked(query.toString());
            assertThat(answer.text()).as(one.method + " " + one.path + query).doesNotContain(UNKNOWN);
        }
        assertThat(served.ledger().gateway().reader().size()).isZero();
    }

    @Test
    void what_is_not_described_is_refused_and_nothing_done() {
        for (Described one : described) {
            one.asked("?dryrun=true").thenProblem(400, UNKNOWN);
        }
        Answer refused = caller.posts(AidStory.PROJECTS + "?dryrun=true", AidStory.registration("PRJ-1"))
                .thenProblem(400, UNKNOWN);
        assertThat(refused.at("/arguments/parameter")).isEqualTo("dryrun");
        assertThat(refused.at("/arguments/known")).isEqualTo("dryRun, wait, way");
        assertThat(caller.with("Accept-Language", "vi")
                .gets("/api/v1/deadlines?efective=2024-06-30").thenProblem(400, UNKNOWN).at("/detail"))
                .contains("\"efective\"", "booked, cursor, effective, kind, known, pageSize, within");
        assertThat(served.ledger().gateway().reader().size()).isZero();
    }
}
