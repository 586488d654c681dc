package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aidledger.app.demo.InventedPortfolio;
import org.aidledger.app.demo.SamplePortfolio;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may be worth a look in the sample portfolios, through HTTP: each of their stories, and nothing in the quiet ones. */
class SignalRoutesTest {

    private static final String SIGNALS = "/api/v1/signals";
    private static final int PROJECTS = 60;

    private static TestLedger served;
    private static Caller auditor;

    @BeforeAll
    static void given_the_sample_portfolios() {
        served = TestLedger.demo();
        auditor = served.as("auditor");
        SamplePortfolio.load(served.ledger(), (done, total) -> {
        });
        InventedPortfolio.load(served.ledger(), InventedPortfolio.SEED, PROJECTS, (done, total) -> {
        });
        served.ledger().views().awaitIndex(served.ledger().gateway().reader().size() - 1,
                Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Map<String, JsonNode> byProject(Answer answer) {
        Map<String, JsonNode> byProject = new TreeMap<>();
        answer.json().get("projects").forEach(one -> byProject.put(one.get("project").asString(), one));
        return byProject;
    }

    private static TreeSet<String> kinds(Map<String, JsonNode> byProject, String project) {
        TreeSet<String> kinds = new TreeSet<>();
        JsonNode found = byProject.get(project);
        if (found != null) {
            found.get("signals").forEach(signal -> kinds.add(signal.get("kind").asString()));
        }
        return kinds;
    }

    @Test
    void every_story_of_the_invented_portfolio_is_found_and_the_quiet_projects_are_quiet() {
        Map<String, JsonNode> found = byProject(auditor.gets(SIGNALS + "?pageSize=500").thenStatus(200));

        assertThat(kinds(found, "PRJ-EX-0011")).contains("split-payments");
        assertThat(kinds(found, "PRJ-EX-0041")).contains("split-payments");
        assertThat(kinds(found, "PRJ-EX-0023")).contains("back-dated");
        assertThat(kinds(found, "PRJ-EX-0007")).contains("corrected-later");
        assertThat(kinds(found, "PRJ-EX-0047")).contains("corrected-later");
        assertThat(kinds(found, "PRJ-EX-0013")).contains("goods-lost");
        assertThat(kinds(found, "PRJ-EX-0059")).contains("approval-revoked");
        assertThat(kinds(found, "PRJ-DEMO-01")).contains("idle-advance");
        for (int number = 1; number <= PROJECTS; number++) {
            if (!List.of(7, 11, 13, 23, 41, 47, 59).contains(number)) {
                assertThat(kinds(found, "PRJ-EX-%04d".formatted(number))).as("project %d", number)
                        .isSubsetOf("round-sum");
            }
        }
    }

    @Test
    void every_event_leads_to_what_it_is_of() {
        EntryReader log = served.ledger().gateway().reader();
        Map<String, Long> ofEachKind = new TreeMap<>();
        for (long index = 0; index < log.size(); index++) {
            String stream = Catalogue.header(log.leaf(index).orElseThrow()).stream();
            ofEachKind.putIfAbsent(stream.substring(0, stream.indexOf('-')), index);
        }
        assertThat(ofEachKind).hasSizeGreaterThan(5);
        ofEachKind.forEach((kind, index) -> {
            String collection =
                    auditor.gets("/api/v1/events/" + index).thenStatus(200).links().getOrDefault("collection", "/none");
            assertThat(collection).as(kind).isNotEqualTo("/none");
            auditor.gets(collection).thenStatus(200);
        });
    }

    @Test
    void the_heaviest_come_first_and_each_signal_says_in_both_languages_what_its_events_show() {
        Answer english = auditor.gets(SIGNALS + "?project=PRJ-EX-0023").thenStatus(200);
        JsonNode signal = english.json().at("/projects/0/signals/0");
        assertThat(signal.get("kind").asString()).isEqualTo("back-dated");
        assertThat(signal.get("sentence").asString()).contains("days later, when one of").contains("on record already");
        List<Long> events = new ArrayList<>();
        signal.get("events").forEach(index -> events.add(index.longValue()));
        assertThat(events).hasSize(2).isSorted();
        assertThat(auditor.gets("/api/v1/events/" + events.getLast()).thenStatus(200).text())
                .contains("aid.FundsReceived", "PRJ-EX-0023");
        assertThat(auditor.with("Accept-Language", "vi").gets(SIGNALS + "?project=PRJ-EX-0023")
                .at("/projects/0/signals/0/sentence")).contains("được ghi sổ ngày");

        List<Integer> weights = new ArrayList<>();
        auditor.gets(SIGNALS + "?pageSize=500").json().get("projects")
                .forEach(one -> weights.add(one.get("weight").intValue()));
        assertThat(weights).isSortedAccordingTo((a, b) -> b - a).hasSizeGreaterThan(10);
    }

    @Test
    void pages_of_one_moment_make_up_the_whole_list() {
        Answer whole = auditor.gets(SIGNALS + "?pageSize=500").thenStatus(200);
        List<String> paged = new ArrayList<>();
        Answer page = auditor.gets(SIGNALS + "?pageSize=4").thenStatus(200);
        while (true) {
            page.json().get("projects").forEach(one -> paged.add(one.get("project").asString()));
            if (page.json().get("next").isNull()) {
                break;
            }
            page = auditor.gets(SIGNALS + "?pageSize=4&cursor=" + page.at("/next")).thenStatus(200);
        }
        assertThat(paged).doesNotHaveDuplicates().hasSize(whole.json().get("count").intValue());
        assertThat(paged).containsExactlyInAnyOrderElementsOf(byProject(whole).keySet());
    }

    @Test
    void what_was_not_yet_true_or_not_yet_known_is_not_found() {
        assertThat(byProject(auditor.gets(SIGNALS + "?pageSize=500&effective=2018-12-31").thenStatus(200))).isEmpty();
        assertThat(byProject(auditor.gets(SIGNALS + "?pageSize=500&known=0").thenStatus(200))).isEmpty();
        Answer now = auditor.gets(SIGNALS + "?project=PRJ-EX-0023").thenStatus(200);
        long recorded = now.json().at("/projects/0/signals/0/events/1").longValue();
        assertThat(kinds(byProject(auditor.gets(SIGNALS + "?project=PRJ-EX-0023&known=" + recorded)), "PRJ-EX-0023"))
                .doesNotContain("back-dated");
        assertThat(now.at("/at/permanent")).contains("known=");
        auditor.gets(SIGNALS + "?project=PRJ-NONE").thenStatus(404);
        auditor.gets(SIGNALS + "?cursor=nonsense").thenStatus(400);
    }

    @Test
    void the_page_leads_to_the_events_and_accuses_nobody() {
        Caller reader = served.anyone().with("Accept", "text/html");
        String english = reader.gets("/signals?lang=en").thenStatus(200).text();
        assertThat(english).contains("Worth a look", "None of it says that anybody did wrong", "href=\"/events/")
                .doesNotContain("??", "signal.");
        String one = reader.gets("/signals?project=PRJ-EX-0011&lang=vi").thenStatus(200).text();
        assertThat(one)
                .contains("Dấu hiệu cần xem", "Các khoản chi cộng lại đạt ngưỡng", "/projects/PRJ-EX-0011?lang=vi")
                .doesNotContain("??");
        assertThat(reader.gets("/projects/PRJ-EX-0011?lang=en").thenStatus(200).text())
                .contains("/signals?lang=en&amp;project=PRJ-EX-0011");
        assertThat(reader.gets("/signals?project=PRJ-EX-0001&lang=en&known=0").status()).isEqualTo(404);
        assertThat(reader.gets("/signals?effective=2018-01-01&lang=en").thenStatus(200).text())
                .contains("not a confirmation that all is in order");
        Stream.of("fraud", "guilt", "suspect", "gian lận", "vi phạm")
                .forEach(word -> assertThat(english + one).doesNotContainIgnoringCase(word));
    }
}
