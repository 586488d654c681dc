package org.aidledger.app.web;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.money;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Donors with their certificates, and accounting periods with their sealed sheets, as pages. */
class RegistryPagesTest {

    private static TestLedger served;
    private static Caller anyone;
    private static long beforeExtension;

    @BeforeAll
    static void given_donors_and_an_entity_with_a_closed_month() {
        served = TestLedger.demo();
        anyone = served.anyone().with("Accept", "text/html");
        Caller officer = served.as("officer");
        donor(officer, "NGO-1", "Quỹ Ánh Dương", "2022-03-01", "2025-02-28");
        donor(officer, "NGO-2", "Friends", "2023-06-01", "2026-05-31");
        officer.posts("/api/v1/donors", "{\"donor\":\"NGO-3\",\"kind\":\"INDIVIDUAL\",\"name\":\"<b>Person</b>\","
                + "\"country\":\"FR\",\"effectiveDate\":\"2022-01-01\"}").thenStatus(201);
        beforeExtension = served.ledger().gateway().reader().size();
        officer.posts("/api/v1/donors/NGO-1/certificate-extensions", "{\"decision\":{\"reference\":\"GH-1\"},"
                + "\"validTo\":\"2028-02-28\",\"effectiveDate\":\"2025-02-01\"}").thenStatus(201);
        officer.posts(PROJECTS, AidStory.registration("PRJ-1").replace("\"donors\"",
                "\"aidOwner\":{\"ref\":\"VN-A\"},\"donors\"")).thenStatus(201);
        pledge(officer, "100", "2024-01-10");
        Caller accountant = served.as("accountant");
        accountant.posts("/api/v1/periods", "{\"period\":\"PER-A\",\"entity\":\"VN-A\",\"first\":\"2024-01\","
                + "\"effectiveDate\":\"2024-01-02\"}").thenStatus(201);
        accountant.posts("/api/v1/periods/PER-A/closings?wait=projected",
                "{\"month\":\"2024-01\",\"effectiveDate\":\"2024-02-05\"}").thenStatus(201);
        pledge(officer, "11", "2024-01-20");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void donor(Caller officer, String id, String name, String from, String to) {
        officer.posts("/api/v1/donors", "{\"donor\":\"" + id + "\",\"kind\":\"FOREIGN_NGO\",\"name\":\"" + name
                + "\",\"country\":\"NL\",\"effectiveDate\":\"2022-01-01\"}").thenStatus(201);
        officer.posts("/api/v1/donors/" + id + "/certificates", "{\"certificate\":{\"reference\":\"GĐK-" + id
                + "\"},\"authority\":\"COMINGO\",\"validFrom\":\"" + from + "\",\"validTo\":\"" + to
                + "\",\"areas\":[{\"province\":\"24\",\"listDate\":\"2008-08-01\"}],\"sectors\":[],\"effectiveDate\":\""
                + from + "\"}").thenStatus(201);
    }

    private static void pledge(Caller officer, String amount, String date) {
        officer.posts(PROJECTS + "/PRJ-1/pledges?wait=projected", "{\"direction\":\"IN\",\"donor\":{\"name\":\"A\"},"
                + money(amount) + ",\"effectiveDate\":\"" + date + "\"}").thenStatus(201);
    }

    private static String page(String path) {
        Answer answer = anyone.gets(path).thenStatus(200);
        assertThat(answer.text()).doesNotContain("??").doesNotContain("<b>Person");
        return answer.text();
    }

    @Test
    void donors_are_found_without_accents_and_each_has_the_state_of_its_certificate_on_the_day() {
        assertThat(page("/donors?lang=vi&q=anh+duong")).contains("Quỹ Ánh Dương", "GĐK-NGO-1", "28/02/2028")
                .doesNotContain("Friends");
        assertThat(page("/donors?lang=en&effective=2026-07-01")).contains("in force", "lapsed", "no certificate",
                "&lt;b&gt;Person", "certificates in force: 1.", "aria-current=\"page\">Donors");
        assertThat(page("/donors?lang=en&effective=2026-07-01&known=" + beforeExtension))
                .contains("certificates in force: 0.", "2025-02-28").doesNotContain("2028-02-28");
        assertThat(page("/donors?lang=en&effective=2022-02-01")).contains("certificates in force: 0.", ">not in force<")
                .doesNotContain(">in force<");
        assertThat(page("/donors/NGO-2?lang=vi&effective=2022-02-01")).contains(">không có hiệu lực<");
        assertThat(page("/donors?lang=en&q=nobody")).contains("No donor matches");
    }

    @Test
    void a_donor_shows_where_it_may_work_and_what_happened_to_its_certificate() {
        String donor = page("/donors/NGO-1?lang=en&effective=2026-07-01");
        assertThat(donor).contains("24 Bắc Giang (2008-08-01)", "in force", "Foreign non-governmental organisation",
                "GH-1", "href=\"/events/");
        assertThat(page("/donors/NGO-1?lang=vi")).contains("Được hoạt động tại", "Những gì đã diễn ra");
        anyone.gets("/donors/NGO-9").thenStatus(404);
    }

    @Test
    void periods_lead_to_their_closings_and_a_sealed_sheet_comes_out_the_same() {
        assertThat(page("/periods?lang=en")).contains("VN-A", "PER-A", ">2024-01<", ">2024-02<");
        String period = page("/periods/PER-A?lang=vi");
        assertThat(period).contains("Đã khóa sổ đến 01/2024", "href=\"/periods/PER-A/sheets/2024-01?lang=vi\"",
                "accountant");
        String sheet = page("/periods/PER-A/sheets/2024-01?lang=en");
        assertThat(sheet).contains("It comes out the same.", "PLEDGE_IN", ">100<", "booked=2024-01",
                "href=\"/api/v1/periods/PER-A/sheets/2024-01/text\"").doesNotContain("111");
        assertThat(page("/periods?lang=en&known=0")).contains("No reporting entity keeps accounting periods");
        anyone.gets("/periods/PER-A/sheets/2024-02").thenStatus(404);
        anyone.gets("/periods/PER-A/sheets/soon").thenStatus(404);
        anyone.gets("/periods/PER-9").thenStatus(404);
    }
}
