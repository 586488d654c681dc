package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets beside actuals, and the headline of a meeting, entered and asked through the interface. */
class ProgrammeRoutesTest {

    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String DECISION =
            "\"decision\":{\"reference\":\"1225/QĐ-TTg\"},\"effectiveDate\":\"2022-12-20\"";

    private static TestLedger served;
    private static Caller officer;
    private static long beforeTargets;

    @BeforeAll
    static void given_two_years_of_aid_and_two_donors() {
        served = TestLedger.demo();
        officer = served.as("officer");
        donor("NGO-1", "2022-03-01", "2025-02-28");
        donor("NGO-2", "2023-06-01", "2026-05-31");
        project("PRJ-H", "12220", "24");
        project("PRJ-B", "12281", "02");
        project("PRJ-E", "11220", "24");
        project("PRJ-S", "16010", "24");
        project("PRJ-W", "14050", "24");
        pays("PRJ-H", "2022-05-01", "40", "USD");
        pays("PRJ-H", "2023-05-01", "50", "USD");
        pays("PRJ-B", "2023-05-02", "25.50", "USD");
        pays("PRJ-E", "2022-05-01", "30", "USD");
        pays("PRJ-E", "2023-05-01", "20", "USD");
        pays("PRJ-S", "2023-08-31", "90", "USD");
        pays("PRJ-S", "2023-09-01", "1000", "USD");
        pays("PRJ-W", "2023-05-01", "5", "USD");
        pays("PRJ-W", "2023-05-01", "2378731.916666667", "VND");
        officer.posts("/api/v1/rates/FXR-T?wait=projected", "{\"base\":\"USD\",\"from\":\"2023-01-01\",\"to\":"
                + "\"2023-12-31\",\"rates\":[{\"currency\":\"VND\",\"units\":\"23787.31916666667\"}],\"document\":"
                + "{\"reference\":\"annual\"},\"effectiveDate\":\"2023-12-31\"}").thenStatus(201);
        beforeTargets = served.ledger().gateway().reader().size();
        officer.posts(PROGRAMMES, "{\"programme\":\"TGT-N\",\"nameVi\":\"Chương trình quốc gia\",\"firstYear\":2023,"
                + "\"lastYear\":2025," + DECISION + "}").thenStatus(201);
        targets("TGT-N", "\"donors\":4,", "12", "100");
        officer.posts(PROGRAMMES, "{\"programme\":\"TGT-HG\",\"nameVi\":\"Chương trình của tỉnh\",\"nameEn\":"
                + "\"The province's programme\",\"province\":{\"province\":\"24\",\"listDate\":\"2025-07-01\"},"
                + "\"firstYear\":2023,\"lastYear\":2025," + DECISION + "}").thenStatus(201);
        targets("TGT-HG", "", "12", "200");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void donor(String id, String from, String to) {
        officer.posts("/api/v1/donors", "{\"donor\":\"" + id + "\",\"kind\":\"FOREIGN_NGO\",\"name\":\"Friends\","
                + "\"country\":\"NL\",\"effectiveDate\":\"2022-01-01\"}").thenStatus(201);
        officer.posts("/api/v1/donors/" + id + "/certificates", "{\"certificate\":{\"reference\":\"GDK\"},"
                + "\"authority\":\"COMINGO\",\"validFrom\":\"" + from + "\",\"validTo\":\"" + to
                + "\",\"areas\":[],\"sectors\":[],\"effectiveDate\":\"" + from + "\"}").thenStatus(201);
    }

    private static void project(String id, String sector, String province) {
        officer.posts(PROJECTS, registration(id).replace("14030", sector).replace("\"province\":\"24\"",
                "\"province\":\"" + province + "\"")).thenStatus(201);
    }

    private static void pays(String id, String day, String amount, String currency) {
        officer.posts(PROJECTS + "/" + id + "/disbursements?way=reported", "{\"purpose\":\"PAYMENT\",\"money\":"
                + "{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"},\"effectiveDate\":\"" + day
                + "\"}").thenStatus(201);
    }

    private static void targets(String programme, String donors, String sector, String amount) {
        officer.posts(PROGRAMMES + "/" + programme + "/targets?wait=projected", "{\"year\":2023," + donors
                + "\"sectors\":[{\"vocabulary\":\"1\",\"code\":\"" + sector + "\",\"value\":{\"amount\":\"" + amount
                + "\",\"currency\":\"USD\"}}]," + DECISION + "}").thenStatus(201);
    }

    @Test
    void the_headline_is_one_question_with_the_change_on_the_year_before() {
        Answer headline = officer.gets("/api/v1/headline?from=2023-01-01&to=2023-08-31").thenStatus(200);

        assertThat(headline.at("/activeDonors/now")).isEqualTo("2");
        assertThat(headline.at("/activeDonors/before")).isEqualTo("1");
        assertThat(headline.at("/largest/0/code")).isEqualTo("16");
        assertThat(headline.at("/largest/0/value/now")).as("what came on 1 September is outside").isEqualTo("90.00");
        assertThat(headline.at("/largest/1/code")).isEqualTo("12");
        assertThat(headline.at("/largest/1/value/now")).isEqualTo("75.50");
        assertThat(headline.at("/largest/1/value/before")).isEqualTo("40.00");
        assertThat(headline.at("/largest/1/value/changePercent")).isEqualTo("88.8");
        assertThat(headline.at("/largest/2/code")).isEqualTo("11");
        assertThat(headline.at("/largest/2/value/changePercent")).isEqualTo("-33.3");
        assertThat(headline.json().get("largest")).hasSize(3);
        assertThat(headline.at("/total/now")).isEqualTo("190.50");
        assertThat(headline.at("/policy")).isEqualTo("no-conversion/half-up-2");
        assertThat(headline.at("/unconverted/0/figures/currency")).isEqualTo("VND");
    }

    @Test
    void with_recorded_rates_every_currency_counts_and_the_rates_are_named() {
        Answer headline = officer.gets("/api/v1/headline?from=2023-01-01&to=2023-08-31&rates=FXR-T&largest=2")
                .thenStatus(200);

        assertThat(headline.at("/largest/0/code")).isEqualTo("14");
        assertThat(headline.at("/largest/0/value/now")).isEqualTo("105.00");
        assertThat(headline.at("/total/now")).isEqualTo("290.50");
        assertThat(headline.at("/rates/0/units")).isEqualTo("23787.31916666667");
        assertThat(headline.json().get("unconverted")).isEmpty();
        officer.gets("/api/v1/headline?from=2023-01-01&to=2022-08-31").thenProblem(400, "request.wrong-parameter");
        officer.gets("/api/v1/headline?from=2023-01-01&to=2023-08-31&measure=happiness").thenProblem(400,
                "request.wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"headline?to=2023-08-31&from=", "portfolio?by=year&from=",
        "portfolio/converted?by=year&in=USD&rates=FXR-T&from=", "donors/active?from=2023-01-01&to="})
    void a_day_has_a_year_of_four_digits(String question) {
        for (String day : List.of("-2023-01-01", "%2B12023-01-01", "12023-01-01", "yesterday")) {
            officer.gets("/api/v1/" + question + day).thenProblem(400, "request.wrong-parameter");
        }
        officer.gets("/api/v1/" + question + "2023-08-01").thenStatus(200);
    }

    @Test
    void targets_stand_beside_the_actuals_as_far_as_both_were_known() {
        Answer national = officer.gets(PROGRAMMES + "?programme=TGT-N").thenStatus(200);
        assertThat(national.at("/programmes/0/years/0/total/target")).isEqualTo("100");
        assertThat(national.at("/programmes/0/years/0/total/actual")).isEqualTo("75.50");
        assertThat(national.at("/programmes/0/years/0/total/percent")).isEqualTo("75.5");
        assertThat(national.at("/programmes/0/years/0/donors/actual")).isEqualTo("2");
        assertThat(national.at("/programmes/0/years/0/donors/percent")).isEqualTo("50.0");

        Answer province = officer.gets(PROGRAMMES + "?programme=TGT-HG&effective=2023-05-01").thenStatus(200);
        assertThat(province.at("/programmes/0/years/0/total/actual")).as("of its own projects").isEqualTo("50.00");
        assertThat(province.json().at("/programmes/0/years/0/donors").isNull()).isTrue();
        assertThat(officer.gets(PROGRAMMES + "?known=" + beforeTargets).thenStatus(200).json().get("programmes"))
                .isEmpty();
        assertThat(officer.gets(PROGRAMMES + "?effective=2022-12-31").at("/programmes/1/years/0/total/actual"))
                .isEqualTo("0.00");
    }

    @Test
    void a_target_outside_the_programme_is_refused() {
        officer.posts(PROGRAMMES + "/TGT-N/targets", "{\"year\":2030,\"donors\":5," + DECISION + "}")
                .thenProblem(422, "target.year-outside");
        served.as("auditor").posts(PROGRAMMES + "/TGT-N/targets", "{\"year\":2024,\"donors\":5," + DECISION + "}")
                .thenProblem(403, "request.not-allowed");
    }

    @Test
    void the_pages_say_it_in_both_languages() {
        Caller anyone = served.anyone().with("Accept", "text/html");
        String headline = anyone.gets("/headline?lang=en&from=2023-01-01&to=2023-08-31&rates=FXR-T").thenStatus(200)
                .text();
        assertThat(headline).contains("Water and sanitation", ">105.00<", "290.50", "rate-of-effective-date/FXR-T")
                .doesNotContain("??");
        assertThat(anyone.gets("/headline?lang=vi&from=2023-01-01&to=2023-08-31").thenStatus(200).text())
                .contains("Y tế", "75,50", "không quy đổi được").doesNotContain("??");
        assertThat(anyone.gets("/headline?lang=en&from=2023-08-31&to=2023-01-01").thenStatus(200).text())
                .contains("ends before it begins");
        assertThat(anyone.gets("/portfolio?lang=en&by=sector&in=USD&rates=FXR-T").thenStatus(200).text())
                .contains(">105.00<", "rate-of-effective-date/FXR-T", "1 rate was used").doesNotContain("??");
        assertThat(anyone.gets("/targets?lang=en").thenStatus(200).text())
                .contains("The province&#39;s programme", "75.50", "75.5").doesNotContain("??");
        assertThat(anyone.gets("/targets?lang=vi").thenStatus(200).text()).contains("Chương trình quốc gia", "75,50")
                .doesNotContain("??");
    }
}
