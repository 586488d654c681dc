package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An IATI file sent over HTTP. */
class ImportRoutesTest {

    private static final String FILE = """
            <iati-activities version="2.03">
              <iati-activity default-currency="USD">
                <iati-identifier>XM-EXAMPLE-1</iati-identifier>
                <reporting-org ref="XM-EXAMPLE" type="21" secondary-reporter="0"><narrative>Example</narrative></reporting-org>
                <title><narrative xml:lang="en">Wells</narrative></title>
                <description><narrative>Wells for two communes</narrative></description>
                <participating-org role="2" type="21" ref="XM-EXAMPLE"/>
                <activity-status code="2"/>
                <activity-date type="2" iso-date="2023-01-01"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2023-02-01"/>
                  <value value-date="2023-02-01">1000.12345</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2023-03-01"/>
                  <value value-date="2023-03-01">250</value></transaction>
              </iati-activity>
            </iati-activities>
            """;

    private static TestLedger served;
    private static Caller officer;

    @BeforeAll
    static void serve() {
        served = TestLedger.closed();
        officer = served.as("officer").with("Content-Type", "application/xml");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Answer sends(String file, String name) {
        return officer.posts("/api/v1/imports?name=" + name, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_is_taken_in_once_and_the_same_bytes_again_change_nothing() {
        Answer first = sends(FILE, "wells.xml").thenStatus(201);
        long size = served.ledger().gateway().reader().size();

        Answer again = sends(FILE, "wells.xml").thenStatus(200);

        assertThat(first.at("/outcome")).isEqualTo("IMPORTED");
        assertThat(first.at("/activities")).isEqualTo("1");
        assertThat(first.at("/transactions/2")).isEqualTo("1");
        assertThat(first.at("/sums/2/USD")).isEqualTo("1000.12345");
        assertThat(first.header("Location")).isEqualTo("/api/v1/events/" + first.at("/firstIndex"));
        assertThat(again.at("/outcome")).isEqualTo("UNCHANGED");
        Answer run = served.as("auditor").gets("/api/v1/events/" + first.at("/lastIndex")).thenStatus(200);
        assertThat(run.at("/stream")).startsWith("IMP-");
        assertThat(run.links()).as("a run is shown nowhere").doesNotContainKey("collection").containsKey("prev");
        assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
        assertThat(served.ledger().gateway().reader().size()).isEqualTo(size);
        assertThat(served.ledger().gateway().catalogue()
                .decode(served.ledger().gateway().reader().leaf(size - 1).orElseThrow())
                .metadata()).containsEntry("actor", "officer").containsEntry("channel", "rest");
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_place_and_what_to_do() {
        long size = served.ledger().gateway().reader().size();

        Answer refused = sends(FILE.replace(">250<", ">many<"), "broken.xml");

        refused.thenStatus(422);
        assertThat(refused.at("/code")).startsWith("iati.");
        assertThat(refused.at("/arguments/line")).isEqualTo("13");
        assertThat(refused.at("/arguments/file")).isEqualTo("broken.xml");
        assertThat(refused.at("/detail")).isNotBlank();
        sends("not xml", "text.xml").thenStatus(422);
        assertThat(served.ledger().gateway().reader().size()).isEqualTo(size);
    }

    @Test
    void a_file_is_not_recorded_where_it_was_only_to_be_tried() {
        long size = served.ledger().gateway().reader().size();
        byte[] file = FILE.replace("XM-EXAMPLE-1", "XM-EXAMPLE-2").getBytes(StandardCharsets.UTF_8);

        Answer tried = officer.posts("/api/v1/imports?name=new.xml&dryRun=true", file).thenStatus(200);
        Answer mistyped = officer.posts("/api/v1/imports?name=new.xml&dryrun=true", file);

        assertThat(tried.at("/outcome")).isEqualTo("WOULD_IMPORT");
        assertThat(tried.at("/sums/2/USD")).isEqualTo("1000.12345");
        assertThat(tried.at("/size")).isEqualTo(Long.toString(size));
        mistyped.thenProblem(400, "request.unknown-parameter");
        assertThat(mistyped.at("/detail")).contains("\"dryrun\"", "nothing was done", "dryRun, name, perspective");
        assertThat(served.ledger().gateway().reader().size()).isEqualTo(size);
    }

    @Test
    void only_xml_of_an_officer_is_taken() {
        officer.with("Content-Type", "text/plain")
                .posts("/api/v1/imports?name=a", FILE.getBytes(StandardCharsets.UTF_8))
                .thenProblem(415, "request.unsupported");
        served.as("auditor").with("Content-Type", "application/xml")
                .posts("/api/v1/imports?name=a", FILE.getBytes(StandardCharsets.UTF_8))
                .thenProblem(403, "request.not-allowed");
        officer.posts("/api/v1/imports", FILE.getBytes(StandardCharsets.UTF_8)).thenStatus(400);
        officer.posts("/api/v1/imports?name=a&perspective=mine", FILE.getBytes(StandardCharsets.UTF_8))
                .thenProblem(400, "request.wrong-parameter");
    }
}
