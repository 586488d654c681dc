package org.aidledger.app.cli;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aidledger.app.Main;
import org.aidledger.app.testing.Caller;
import org.aidledger.view.balance.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer starts, as it is started: a database of its own, the sample, pages, logins; and commands beside it. */
class DemoCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = """
            <iati-activities version="2.03"><iati-activity default-currency="USD" xml:lang="en">
            <iati-identifier>XX-1</iati-identifier>
            <reporting-org ref="XX" type="10"><narrative>Owner</narrative></reporting-org>
            <title><narrative>School</narrative></title>
            <participating-org role="4" ref="XX"/>
            <activity-status code="2"/>
            <activity-date type="2" iso-date="2024-01-01"/>
            <transaction><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/>
            <value value-date="2024-02-01">100</value></transaction>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>
            <value value-date="2024-03-01">0.1</value></transaction>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>
            <value value-date="2024-03-01">0.2</value></transaction>
            </iati-activity></iati-activities>
            """;

    @TempDir private Path folder;

    /** The program, and where it answers. */
    private record Demo(Process program, String address) implements AutoCloseable {

        Caller as(String name) {
            return new Caller(address, name + ":" + name);
        }

        /** How many events are signed for, and the root of them. */
        String signed() {
            return new Caller(address, null).gets("/log/checkpoint").thenStatus(200).text().lines().skip(1).limit(2)
                    .toList().toString();
        }

        void kill() throws InterruptedException {
            program.destroyForcibly().waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process program(int projects) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "demo", "--projects",
                Integer.toString(projects),
                "--port", "0", "--data", folder.toString()).redirectError(folder.resolve("errors").toFile()).start();
    }

    private Demo start() throws IOException {
        Process program = program(0);
        Optional<String> told =
                program.inputReader().lines().filter(line -> line.startsWith("Aid Ledger is at ")).findFirst();
        assertThat(told).as(Files.readString(folder.resolve("errors")).replace("%", "%%")).isPresent();
        String address = told.orElseThrow().substring("Aid Ledger is at ".length());
        return new Demo(program, address.substring(0, address.length() - 1));
    }

    @Test
    void a_sample_that_was_not_loaded_to_its_end_is_not_served_as_if_it_were_whole() throws Exception {
        Process loading = program(1_200);
        try {
            while (!Cli.run("balance", "PRJ-DEMO-01", "--data", folder.toString()).startsWith("0 ")) {
                assertThat(loading.isAlive()).as(Files.readString(folder.resolve("errors"))).isTrue();
            }
        } finally {
            loading.destroyForcibly().waitFor();
        }

        Process again = program(0);

        try {
            assertThat(again.waitFor(120, TimeUnit.SECONDS)).as("it serves").isTrue();
        } finally {
            again.destroy();
        }
        assertThat(again.exitValue()).isEqualTo(ExitCode.REFUSED);
        assertThat(Files.readString(folder.resolve("errors"))).contains("a part of the sample portfolio",
                "delete that folder");
    }

    private JsonNode json(String... words) {
        String said = Cli.run(words);
        assertThat(said).startsWith("0 ");
        return JSON.readTree(said.substring(2));
    }

    @Test
    void it_is_a_working_ledger_that_commands_work_on_beside_it_and_that_outlives_a_kill() throws Exception {
        String signed;
        try (Demo demo = start()) {
            assertThat(new Caller(demo.address(), null).gets("/").thenStatus(200).text())
                    .contains("/projects/PRJ-DEMO-01");
            demo.as("officer").posts(PROJECTS + "?wait=projected", registration("PRJ-NEW")).thenStatus(201);
            demo.as("auditor").posts(PROJECTS, registration("PRJ-NOT")).thenStatus(403);
            demo.as("auditor").gets(PROJECTS + "/PRJ-NEW/balance").thenStatus(200);

            String project = imports();
            assertCashIsTold();

            JsonNode served = demo.as("auditor").gets(PROJECTS + "/" + project + "/balance").thenStatus(200).json();
            assertThat(served.at("/currencies/0/measures/disbursed").toString()).contains("0.3");
            signed = demo.signed();
            demo.kill();
        }
        try (Demo again = start()) {
            assertThat(again.signed()).isEqualTo(signed);
            again.as("auditor").gets(PROJECTS + "/PRJ-NEW/balance").thenStatus(200);
        }
    }

    /** The project that the file brought. */
    private String imports() throws IOException {
        Path file = Files.writeString(folder.resolve("owner.xml"), FILE);
        JsonNode report =
                json("import", "iati", file.toString(), "--data", folder.toString(), "--actor", "lan", "--json")
                        .get(0);
        assertThat(report.get("activities").asInt()).isEqualTo(1);
        assertThat(report.get("transactions").toString()).isEqualTo("{\"2\":1,\"3\":2}");
        assertThat(report.get("sums").toString()).isEqualTo("{\"2\":{\"USD\":\"100\"},\"3\":{\"USD\":\"0.3\"}}");
        long first = report.get("firstIndex").asLong();
        assertThat(report.get("lastIndex").asLong()).isEqualTo(first + report.get("events").asLong() - 1);
        assertThat(report.get("root").asString()).matches("[A-Za-z0-9+/]{43}=");
        assertThat(report.get("breaches").isIntegralNumber()).isTrue();
        assertThat(report.get("seconds").isNumber()).isTrue();
        assertThat(report.get("size").asLong()).isEqualTo(report.get("lastIndex").asLong() + 1);

        JsonNode school = json("balance", "XX-1", "--data", folder.toString(), "--json").get(0);
        assertThat(school.get("root").asString()).isEqualTo(report.get("root").asString());
        assertThat(school.get("index").asLong()).isEqualTo(report.get("lastIndex").asLong());
        assertThat(school.at("/balances/0/currency").asString()).isEqualTo("USD");
        assertThat(school.at("/balances/0/measures").propertyNames())
                .containsExactlyElementsOf(Arrays.stream(Measure.values()).map(Measure::key).toList());
        assertThat(school.at("/balances/0/measures/disbursed").asString()).isEqualTo("0.3");
        assertThat(school.at("/balances/0/measures/disbursed").isString()).isTrue();
        Path second = Files.writeString(folder.resolve("second.xml"), FILE.replace("XX-1", "XX-2"));
        json("import", "iati", second.toString(), "--data", folder.toString(), "--json");
        assertThat(json("trail", "XX-2", "--data", folder.toString(), "--json").toString())
                .contains("\"actor\":\"" + System.getProperty("user.name") + "\"", "\"channel\":\"cli\"");
        assertThat(json("trail", "XX-1", "--data", folder.toString(), "--json").toString())
                .contains("\"actor\":\"lan\"", "\"channel\":\"cli\"");
        return school.get("project").asString();
    }

    /** Of a project that keeps cash. */
    private void assertCashIsTold() {
        JsonNode cash = json("balance", "PRJ-DEMO-01", "--data", folder.toString(), "--json").get(0).at("/cash/0");
        assertThat(cash.get("currency").toString()).matches("\"[A-Z]{3}\"");
        assertThat(cash.get("amount").toString()).matches("\"[0-9.]+\"");
    }
}
