package org.aidledger.app.exchange.rates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aidledger.app.testing.AidStory.PROJECTS;
import static org.aidledger.app.testing.AidStory.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.rates.RatesReport.Outcome;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.Outcome.Refused;
import org.aidledger.gateway.Request;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.rate.RateTableId;
import org.aidledger.testing.TestData;
import org.aidledger.view.rate.FoundRate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rates from a file, and the portfolio converted with them. */
class RatesImportTest {

    private static final RateTableId TABLE = new RateTableId("FXR-T");
    private static final String HEADING = "Date,Rate,Currency,Frequency,Source,Country code,Country\n";
    private static final String SMALL = HEADING + """
            2023-12-31,23787.31916666667,VND,A,IMF,VN,Viet Nam
            2023-12-31,0.924709622987356,EUR,A,IMF,AD,Andorra
            2023-12-31,0.9248395584706975,EUR,A,IMF,U2,Euro Area
            2024-12-31,24164.88583333334,VND,A,IMF,VN,Viet Nam
            2024-06-30,1,VND,Q,IMF,VN,Viet Nam
            """;

    private final TestLedger served = TestLedger.demo();

    @AfterEach
    void stop() {
        served.close();
    }

    private RatesReport take(String text, int since, boolean dryRun) throws IOException {
        return take(new ByteArrayInputStream(text.getBytes(UTF_8)), since, dryRun);
    }

    private RatesReport take(InputStream in, int since, boolean dryRun) throws IOException {
        RatesReport report = new RatesImport(served.ledger(),
                Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC)).run(in, "rates.csv", TABLE, "IMF",
                        since, Submitter.atCommandLine("lan"), dryRun);
        served.ledger().views().catchUp();
        return report;
    }

    private FoundRate rate(String currency, int year) {
        return served.ledger().views().rates().on(TABLE.value(), currency, LocalDate.of(year, 7, 1), null)
                .orElseThrow();
    }

    @Test
    void each_year_is_one_event_and_the_issuer_of_a_currency_counts() throws IOException {
        assertThat(take(SMALL, 1900, true).outcome()).isEqualTo(Outcome.WOULD_IMPORT);
        assertThat(served.ledger().gateway().reader().size()).isZero();
        RatesReport report = take(SMALL, 1900, false);

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.years()).containsExactly(2023, 2024);
        assertThat(report.lastIndex()).isEqualTo(1);
        assertThat(rate("EUR", 2023).units()).isEqualByComparingTo("0.9248395584706975");
        assertThat(rate("VND", 2024).units()).isEqualByComparingTo("24164.88583333334");
        assertThat(rate("VND", 2024).source()).isEqualTo("IMF, rates.csv");
        assertThat(new DatabaseVerification(served.ledger().database(), List.of()).run(done -> {
        }).isSound()).isTrue();
    }

    @Test
    void the_same_file_changes_nothing_and_a_later_one_replaces_what_it_says_differently() throws IOException {
        take(SMALL, 1900, false);
        assertThat(take(SMALL, 1900, false).outcome()).isEqualTo(Outcome.UNCHANGED);
        RatesReport later = take(SMALL.replace("24164.88583333334", "24165"), 2024, false);

        assertThat(later.years()).containsExactly(2024);
        assertThat(rate("VND", 2024).units()).isEqualByComparingTo("24165");
        assertThat(served.ledger().views().rates().on(TABLE.value(), "VND", LocalDate.of(2024, 7, 1), 2L)
                .orElseThrow().units()).isEqualByComparingTo("24164.88583333334");
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_line_and_nothing_is_written() throws IOException {
        assertThat(take(SMALL.replace("24164.88583333334", "n/a"), 1900, false).refusals()).extracting(Refusal::code)
                .containsExactly("csv.amount-unreadable");
        assertThat(take(SMALL.replace("2023-12-31,23787", "2023/12/31,23787"), 1900, false).refusals())
                .extracting(Refusal::code).containsExactly("csv.date-unreadable");
        assertThat(take(SMALL.replace("Rate,", "Price,"), 1900, false).refusals()).extracting(Refusal::code)
                .containsExactly("csv.column-missing");
        assertThat(take(HEADING, 1900, false).refusals()).extracting(Refusal::code).containsExactly("csv.empty");
        assertThat(take(SMALL.replace(",23787.31916666667,", ",0,"), 1900, false).refusals()).extracting(Refusal::code)
                .containsExactly("rate.not-positive");
        assertThat(served.ledger().gateway().reader().size()).isZero();
    }

    @Test
    void the_imf_s_own_file_is_taken_in_whole() throws IOException {
        Path file = TestData.at("fx/imf_exchangerates_A_ENDA_USD.csv");
        RatesReport report;
        try (InputStream in = Files.newInputStream(file)) {
            report = take(in, 1900, false);
        }

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.rates()).isEqualTo(10_692);
        assertThat(report.years()).startsWith(1940).endsWith(2024);
        assertThat(rate("VND", 2023).units()).isEqualByComparingTo("23787.31916666667");
        assertThat(rate("EUR", 2023).units()).isEqualByComparingTo("0.9248395584706975");
    }

    /** As whoever records any file of one stream, a bank's statement for one. */
    @Test
    void whoever_records_rates_enters_facts_and_so_administers_nobody() throws IOException {
        take(SMALL, 1900, false);
        LocalDate day = LocalDate.of(2024, 1, 1);

        assertThat(served.ledger().gateway()
                .send(new GrantRole(new ActorStreamId("ACT-minh"), GrantedRole.OFFICER, day, null,
                        DocumentRef.of("3/QĐ"), day), Request.of("lan", Way.DECIDED, "rest")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
                        .extracting(Refusal::code).containsExactly("segregation.administrator-posts"));
    }

    @Test
    void the_portfolio_is_converted_with_the_rate_of_each_date_and_says_what_is_left() throws IOException {
        Caller officer = served.as("officer");
        take(SMALL, 1900, false);
        officer.posts(PROJECTS, registration("PRJ-C1")).thenStatus(201);
        receives(officer, "2023-05-01", "92.48395584706975", "EUR");
        receives(officer, "2023-06-01", "1", "USD");
        receives(officer, "2024-05-01", "2416488.583333334", "VND");
        receives(officer, "2024-05-01", "7", "EUR");

        Answer dollars = officer.gets("/api/v1/portfolio/converted?by=year&in=USD&rates=FXR-T").thenStatus(200);
        assertThat(dollars.at("/policy")).isEqualTo("rate-of-effective-date/FXR-T/half-up-2");
        assertThat(dollars.at("/groups/0/measures/received")).isEqualTo("101.00");
        assertThat(dollars.at("/groups/1/measures/received")).isEqualTo("100.00");
        assertThat(dollars.json().get("rates")).hasSize(2);
        assertThat(dollars.at("/unconverted/0/year")).isEqualTo("2024");
        assertThat(dollars.at("/unconverted/0/figures/currency")).isEqualTo("EUR");
        Answer dong = officer.gets("/api/v1/portfolio/converted?by=year&in=VND&rates=FXR-T").thenStatus(200);
        assertThat(dong.at("/groups/0/measures/received")).isEqualTo("2402519");
        Answer none = officer.gets("/api/v1/portfolio/converted?by=year&in=USD&rates=FXR-NONE").thenStatus(200);
        assertThat(none.at("/groups/0/measures/received")).isEqualTo("1.00");
        assertThat(none.json().get("unconverted")).hasSize(3);
        officer.gets("/api/v1/portfolio/converted?by=year&in=USD&rates=IMF").thenProblem(400,
                "request.wrong-parameter");
    }

    private static void receives(Caller officer, String day, String amount, String currency) {
        officer.posts(PROJECTS + "/PRJ-C1/receipts?wait=projected&way=reported", "{\"money\":{\"amount\":\"" + amount
                + "\",\"currency\":\"" + currency + "\"},\"effectiveDate\":\"" + day + "\"}").thenStatus(201);
    }
}
