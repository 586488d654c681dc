package org.aidledger.app.exchange.iati.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aidledger.app.exchange.iati.intake.ImportingLedger.refusalOf;
import static org.aidledger.app.exchange.iati.intake.Xml.activity;
import static org.aidledger.app.exchange.iati.intake.Xml.file;
import static org.aidledger.app.exchange.iati.intake.Xml.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.Refusal;
import org.aidledger.gateway.Outcome.Refused;
import org.aidledger.gateway.Request;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionId;
import org.aidledger.intake.FileRemark;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IatiImportTest {

    private static final ImportLimits LIMITS = ImportLimits.DEFAULT;

    private ImportingLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ImportingLedger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_leaves_nothing_behind() throws Exception {
        ImportReport report = ledger.run("folder/late.xml",
                file(activity("A", transaction("3", "1")), activity("B", transaction("3", "1,000"))));
        ImportRefusal refusal = refusalOf(report);
        assertThat(refusal.file()).isEqualTo("late.xml");
        assertThat(refusal.code()).isEqualTo("iati.value-not-a-number");
        assertThat(refusal.line()).isEqualTo(24);
        assertThat(refusal.column()).isEqualTo(3);
        assertThat(refusal.reason(Locale.ENGLISH)).isEqualTo("The value \"1,000\" is not a number.");
        assertThat(refusal.reason(Locale.of("vi"))).isEqualTo("Giá trị \"1,000\" không phải là số.");
        assertThat(refusal.advice(Locale.ENGLISH)).contains("no thousands separators");
        assertThat(report.events()).isZero();
        assertThat(report.firstIndex()).isNull();
        ledger.assertEmpty();
    }

    @Test
    void the_import_itself_is_the_last_event() throws Exception {
        String xml = file(activity("A", transaction("3", "1")), "<iati-activty/>").replace("version=\"2.03\"",
                "version=\"2.03\" generated-datetime=\"2025-03-01T08:00:00Z\"");
        ImportReport report = ledger.run("C:\\data\\a.xml", xml);
        Entry last = ledger.entries(0).getLast();
        assertThat(last.stream()).isEqualTo("IMP-" + Objects.requireNonNull(report.sha256()).substring(0, 16));
        assertThat(last.index()).isEqualTo(report.lastIndex());
        var run = (FileImported) last.payload();
        assertThat(run.fileName()).isEqualTo("a.xml").isEqualTo(report.file());
        assertThat(run.sha256()).isEqualTo(report.sha256());
        assertThat(run.bytes()).isEqualTo(report.bytes()).isEqualTo(xml.length());
        assertThat(run.generated()).isEqualTo("2025-03-01T08:00:00Z");
        assertThat(run.publishers()).containsExactly("XX-DONOR");
        assertThat(run.perspective()).isNull();
        assertThat(run.activities()).isEqualTo(1);
        assertThat(run.transactions()).isEqualTo(1);
        assertThat(run.remarks()).extracting(FileRemark::rule).containsExactly("iati.element-unknown");
        assertThat(report.remarks()).isEqualTo(run.remarks());
    }

    @Test
    void the_same_bytes_under_another_name_change_nothing() throws Exception {
        String xml = file(activity("A", transaction("3", "1.50"), transaction("3", "1.50"), transaction("3", "-1")));
        ImportReport first = ledger.run("a.xml", xml);
        ledger.run("b.xml", file(activity("B")));
        ImportReport again = ledger.run("c.xml", xml);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.firstIndex()).isEqualTo(first.firstIndex());
        assertThat(again.lastIndex()).isEqualTo(first.lastIndex());
        assertThat(again.events()).isZero();
        assertThat(again.size()).isEqualTo(ledger.size()).isGreaterThan(first.size());
        assertThat(again.sums()).isEqualTo(Map.of("3", Map.of("USD", "2.00"))).isEqualTo(first.sums());
    }

    @Test
    void the_same_bytes_as_anothers_books_are_refused() throws Exception {
        String xml = file(activity("A", transaction("3", "1")));
        ledger.run("a.xml", xml);
        ImportReport other = ledger.run("a.xml", xml, Perspective.OWNER);
        assertThat(refusalOf(other).code()).isEqualTo("import.other-perspective");
        assertThat(refusalOf(other).reason(Locale.ENGLISH)).contains("books of -").contains("OWNER");
    }

    @Test
    void whose_books_they_are_may_be_said_for_the_whole_file() throws Exception {
        String unknown = activity("A", transaction("4", "1")).replace("role=\"1\"", "role=\"9\"");
        ImportReport assumed = ledger.run("a.xml", file(unknown));
        assertThat(assumed.breachesByRule()).containsKey("iati.perspective-assumed");
        ImportReport said = ledger.run("b.xml", file(unknown.replace(">A<", ">B<")), Perspective.OWNER);
        assertThat(said.breachesByRule()).doesNotContainKey("iati.perspective-assumed")
                .containsKey("funding.not-approved");
        assertThat(ledger.events(ProjectRegistered.class).map(ProjectRegistered::perspective))
                .containsExactly(Perspective.INTERMEDIARY, Perspective.OWNER);
        assertThat(ledger.events(FileImported.class).map(run -> String.valueOf(run.perspective())))
                .containsExactly("null", "OWNER");
    }

    @Test
    void an_identifier_that_comes_back_is_the_same_project_with_the_breach_noted() throws Exception {
        ImportReport report = ledger.run("a.xml",
                file(activity("A", transaction("2", "10"), transaction("3", "8")), activity("B"),
                        activity("A", transaction("3", "4")), activity("A", transaction("3", "1"))));
        assertThat(report.activities()).isEqualTo(4);
        assertThat(report.transactions()).isEqualTo(Map.of("2", 1L, "3", 3L));
        assertThat(ledger.events(ProjectRegistered.class).map(ProjectRegistered::code)).containsExactly("A", "B");
        assertThat(report.breachesByRule()).containsEntry("iati.duplicate-identifier", 2L)
                // 8 and 4 and 1 of 10: the rules see what an earlier activity of the same file said.
                .containsEntry("funding.exceeds-commitments", 2L);
        ledger.assertSound();
    }

    @Test
    void a_project_that_an_officer_registers_meanwhile_is_seen_and_the_file_decided_again() throws Exception {
        var once = new AtomicBoolean();
        String xml = file(activity("A"), activity("B"));
        String reported = activityId(activity("B"));
        ImportReport report = ledger.run("a.xml", xml, null, LIMITS, whenRead(once,
                new RegisterProject(new ProjectId(reported), "B", null, "B", AidKind.PROJECT,
                        BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(), null, null, List.of(), List.of(),
                        null, null, LocalDate.of(2024, 1, 1))));
        assertThat(once).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.firstIndex()).isEqualTo(1);
        // What an officer registered is the officer's: a file does not amend it.
        assertThat(ledger.events(FactAmended.class)).isEmpty();
        assertThat(Objects.requireNonNull(report.comparison()).activities()).isEqualTo(1);
        ledger.assertSound();
    }

    @Test
    void an_inspection_of_the_importer_that_opens_meanwhile_is_seen_and_the_file_decided_again() throws Exception {
        var once = new AtomicBoolean();
        String project = activityId(activity("A"));
        ImportReport report = ledger.run("a.xml", file(activity("A", transaction("3", "1"))), null, LIMITS,
                whenRead(once, new OpenInspection(new InspectionId("INS-1"), "Early", List.of(new ProjectId(project)),
                        List.of(ImportingLedger.LAN), new FrozenCheckpoint(0, "00".repeat(32)),
                        LocalDate.of(2024, 1, 1))));
        assertThat(once).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.firstIndex()).isEqualTo(1);
        assertThat(report.breachesByRule()).isEqualTo(Map.of("segregation.inspects-project", 3L));
        ledger.assertSound();
    }

    /** The project that an import would report the activity under, told by a ledger of its own. */
    private static String activityId(String activity) throws Exception {
        try (var other = new ImportingLedger()) {
            other.run("x.xml", file(activity));
            return other.entries(0).getFirst().stream();
        }
    }

    /** Sends a command between the two passes, once. */
    private ImportProgress whenRead(AtomicBoolean done, LedgerCommand command) {
        return new ImportProgress() {
            @Override
            public void read(long bytes, long bytesTotal) {
                if (bytes == bytesTotal && done.compareAndSet(false, true)) {
                    ledger.ledger.gateway().send(command, Request.of("officer", Way.DECIDED, "rest"));
                }
            }

            @Override
            public void written(long events, long eventsTotal) {
                assertThat(events).isLessThanOrEqualTo(eventsTotal);
            }
        };
    }

    @Test
    void the_same_file_at_the_same_time_goes_in_once() throws Exception {
        String xml = file(activity("A", transaction("3", "1")), activity("B", transaction("3", "2")));
        List<CompletableFuture<ImportReport>> imports = List.of(inBackground(xml), inBackground(xml),
                inBackground(xml));
        List<ImportReport> reports = imports.stream().map(CompletableFuture::join).toList();
        assertThat(reports).extracting(ImportReport::outcome).containsExactlyInAnyOrder(Outcome.IMPORTED,
                Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(reports).extracting(ImportReport::firstIndex).containsOnly(0L);
        assertThat(ledger.events(Movement.class)).hasSize(2);
        ledger.assertSound();
    }

    private CompletableFuture<ImportReport> inBackground(String xml) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ledger.run("a.xml", xml);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void every_limit_refuses_by_name_and_leaves_nothing() throws Exception {
        String xml = file(activity("A", transaction("3", "1")), activity("B"), activity("A"), activity("B"));
        assertRefused(xml, new ImportLimits(xml.length() - 1, 100, 100), "import.file-too-large",
                Integer.toString(xml.length() - 1));
        assertRefused(xml, new ImportLimits(xml.length(), 5, 100), "import.too-many-events", "5");
        assertRefused(xml, new ImportLimits(xml.length(), 100, 4), "import.too-many-repetitions", "4");
        assertRefused(file(activity("A", transaction("3", "1".repeat(25)))), LIMITS, "iati.limit-exceeded", "24");
        assertRefused(file(activity("A", transaction("3", "1").replace("<value", "<value currency=\"" + "U".repeat(33)
                + "\""))), LIMITS, "iati.currency-unreadable", "32");
        assertThat(ledger.run("a.xml", xml, null, new ImportLimits(xml.length(), 10, 5), ImportProgress.NONE).events())
                .isEqualTo(10);
    }

    private void assertRefused(String xml, ImportLimits limits, String code, String max) throws Exception {
        ImportReport report = ledger.run("a.xml", xml, null, limits, ImportProgress.NONE);
        assertThat(refusalOf(report).code()).isEqualTo(code);
        assertThat(refusalOf(report).arguments()).containsEntry("max", max);
        assertThat(refusalOf(report).reason(Locale.ENGLISH)).contains(max).doesNotContain("{");
        assertThat(refusalOf(report).advice(Locale.ENGLISH)).doesNotStartWith(code);
        ledger.assertEmpty();
    }

    @Test
    void amounts_at_the_bound_add_up() throws Exception {
        String huge = transaction("3", "9".repeat(24) + "." + "9".repeat(30));
        ImportReport report = ledger.run("a.xml", file(activity("A", transaction("2", "1"), huge, huge)));
        assertThat(report.sums().get("3")).isEqualTo(
                Map.of("USD", "1" + "9".repeat(24) + "." + "9".repeat(29) + "8"));
    }

    @Test
    void what_a_file_says_at_length_is_shortened_in_the_log_and_kept_whole() throws Exception {
        String words = "dài \"quá\" ".repeat(15_000);
        String many = "<participating-org role=\"1\"><narrative>" + words.substring(0, 5_000)
                + "</narrative></participating-org>\n";
        String xml = file(activity("A" + "x".repeat(150_000), many.repeat(60),
                "<sector code=\"" + "9".repeat(2_000) + "\" percentage=\"0." + "1".repeat(40) + "\"/>\n".repeat(1),
                transaction("3", "1", "<description><narrative>" + words + "</narrative></description>"
                        + "<provider-org ref=\"" + "p".repeat(9_000) + "\"><narrative>" + words
                        + "</narrative></provider-org>")));
        ImportReport report = ledger.run("a.xml", xml);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        List<RuleBreachNoted> shortened = ledger.events(RuleBreachNoted.class)
                .filter(breach -> breach.rule().equals("iati.text-shortened")).toList();
        assertThat(shortened).hasSize(2);
        assertThat(shortened.getFirst().evidence().get("detail")).contains("iati-identifier", "participating-org",
                "sector/@code", "sector/@percentage");
        assertThat(shortened.getLast().evidence().get("detail")).contains("description", "provider-org");
        Movement paid = ledger.events(Movement.class).findFirst().orElseThrow();
        assertThat(Objects.requireNonNull(paid.iati()).description()).startsWith("dài \"quá\"").endsWith("…")
                .hasSizeGreaterThan(5_000);
        assertThat(ledger.kept(report)).hasSize((int) report.bytes());
        assertThat(report.breachesByRule()).containsEntry("iati.text-shortened", 2L);
    }

    @Test
    void two_publishers_may_use_the_same_identifier() throws Exception {
        ledger.run("a.xml", file(activity("A")));
        ImportReport other = ledger.run("b.xml", file(activity("A").replace("XX-DONOR", "YY-DONOR")));
        assertThat(other.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(ledger.events(ProjectRegistered.class).map(ProjectEvent::project).distinct()).hasSize(2);
    }

    @Test
    void a_file_without_activities_is_recorded_as_that() throws Exception {
        ImportReport report = ledger.run("empty.xml", file());
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.remarks()).extracting(FileRemark::rule).containsExactly("iati.file-empty");
        assertThat(ledger.kept(report)).isNotEmpty();
    }

    @Test
    void the_report_is_plain_json() throws Exception {
        ledger.run("a.xml", file(activity("A")));
        JsonMapper json = new JsonMapper();
        JsonNode imported = json.readTree(json.writeValueAsString(
                ledger.run("b.xml", file(activity("B", transaction("11", "1.10000"), transaction("2", "-0.1"))))));
        assertThat(imported.get("outcome").asString()).isEqualTo("IMPORTED");
        assertThat(imported.get("transactions").toString()).isEqualTo("{\"2\":1,\"11\":1}");
        assertThat(imported.get("sums").toString())
                .isEqualTo("{\"2\":{\"USD\":\"-0.1\"},\"11\":{\"USD\":\"1.10000\"}}");
        assertThat(imported.get("firstIndex").asLong()).isEqualTo(3);
        assertThat(imported.get("lastIndex").asLong()).isEqualTo(7);
        assertThat(imported.get("events").asLong()).isEqualTo(5);
        assertThat(imported.get("breaches").asLong()).isZero();
        assertThat(imported.get("seconds").isNumber()).isTrue();
        JsonNode refused = json.readTree(json.writeValueAsString(ledger.run("c.xml", "<x/>")));
        assertThat(refused.get("refusal").get("code").asString()).isEqualTo("iati.not-an-activity-file");
    }

    @Test
    void whoever_imports_is_known_to_have_acted_in_the_projects() throws Exception {
        ledger.run("a.xml", file(activity("A")));
        String project = ledger.entries(0).getFirst().stream();
        var outcome = ledger.ledger.gateway().send(
                new OpenInspection(new InspectionId("INS-1"), "t", List.of(new ProjectId(project)),
                        List.of(ImportingLedger.LAN), new FrozenCheckpoint(0, "00".repeat(32)),
                        LocalDate.of(2024, 1, 1)),
                Request.of("chief", Way.DECIDED, "rest"));
        assertThat(outcome.toString()).contains("ActedInProject");
    }

    @Test
    void whoever_imports_enters_facts_and_so_administers_nobody() throws Exception {
        ledger.run("a.xml", file(activity("A")));
        LocalDate day = LocalDate.of(2024, 1, 1);

        assertThat(ledger.ledger.gateway()
                .send(new GrantRole(new ActorStreamId("ACT-minh"), GrantedRole.OFFICER, day, null,
                        DocumentRef.of("3/QĐ"), day), Request.of(ImportingLedger.LAN.value(), Way.DECIDED, "rest")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals())
                        .extracting(Refusal::code).containsExactly("segregation.administrator-posts"));
    }

    @Test
    void a_name_is_recorded_in_characters_that_can_be_shown() throws Exception {
        assertThat(ledger.run("báo cáo\u0000\u202e\n.xml", file(activity("A"))).file()).isEqualTo("báo cáo___.xml");
        assertThat(ledger.run("", file(activity("B"))).file()).isEqualTo("_");
        ImportReport report = new IatiImport(ledger.ledger, Clock.systemUTC(), LIMITS).run(
                new ByteArrayInputStream(file(activity("C")).getBytes(UTF_8)),
                "x".repeat(5_000), ImportingLedger.BY_LAN, null, false, ImportProgress.NONE);
        assertThat(report.file()).hasSize(200);
    }
}
