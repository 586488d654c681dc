package org.aidledger.view.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final TestLog LOG = new TestLog();
    private static final Projects PROJECTS = new Projects(LOG.app());

    @BeforeAll
    static void live() {
        register("PRJ-1", "XM-DAC-1/100%", "Nước sạch nông thôn", "Rural water", "Đan Mạch");
        register("PRJ-2", "VN-02", "Đào tạo y tế", "Health training", "Oxfam");
        append(approved("PRJ-2", "1/QĐ"));
        append(received("PRJ-2"));
        append(approved("PRJ-2", "2/QĐ"));
        register("PRJ-3", "VN-03", null, "Forests", "Oxfam");
        append(new ActivityStatusReported(new ProjectId("PRJ-3"), "4", DAY));
        append(received("PRJ-3"));
        amend("PRJ-1", "titleVi", "Nước sạch ven biển");
        amend("PRJ-1", "titleEn", null);
        amend("PRJ-1", "managingAgency.name", "Bộ Y tế");
        amend("PRJ-1", "code", "VN-01");
        amend("PRJ-1", "plannedEnd", "2027-01-01");
        amend("PRJ-1", "titleVi", "Nước sạch miền núi");
        TestView.build(new ProjectProjection(), LOG.app(), LOG.entries(), 2);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void a_project_is_found_by_id_and_by_code() {
        ProjectRow project = PROJECTS.find("PRJ-1", 8).orElseThrow();

        assertThat(project).isEqualTo(
                new ProjectRow("PRJ-1", 0, DAY, "XM-DAC-1/100%", "Nước sạch nông thôn", "Rural water", "PROJECT",
                        "OFF_BUDGET", "OWNER", "Đan Mạch; Quỹ B", null, null, "PLEDGED"));
        assertThat(PROJECTS.find("XM-DAC-1/100%", 8)).contains(project);
        assertThat(PROJECTS.find("XM-DAC-1", 8)).isEmpty();
        assertThat(PROJECTS.find("PRJ-2", 1)).isEmpty();
    }

    @Test
    void an_amended_fact_is_told_as_it_was_known_and_a_project_is_found_by_what_it_was_called_before() {
        assertThat(PROJECTS.find("VN-01", 14).orElseThrow()).isEqualTo(
                new ProjectRow("PRJ-1", 0, DAY, "VN-01", "Nước sạch miền núi", null, "PROJECT", "OFF_BUDGET", "OWNER",
                        "Đan Mạch; Quỹ B", "Bộ Y tế", null, "PLEDGED"));
        assertThat(PROJECTS.find("PRJ-1", 9).orElseThrow()).isEqualTo(
                new ProjectRow("PRJ-1", 0, DAY, "XM-DAC-1/100%", "Nước sạch ven biển", "Rural water", "PROJECT",
                        "OFF_BUDGET", "OWNER", "Đan Mạch; Quỹ B", null, null, "PLEDGED"));
        assertThat(PROJECTS.find("VN-01", 11)).isEmpty();
        assertThat(PROJECTS.count("mien nui dan mach", 14)).isEqualTo(1);
        assertThat(PROJECTS.count("mien nui", 13)).isZero();
        assertThat(PROJECTS.search("nong thon", 14, null, 10)).hasSize(1);
    }

    @Test
    void a_status_is_told_as_it_was_known() {
        assertThat(status("PRJ-2", 2)).isEqualTo("PLEDGED");
        assertThat(status("PRJ-2", 3)).isEqualTo("APPROVED");
        assertThat(status("PRJ-2", 4)).isEqualTo("IMPLEMENTING");
    }

    @Test
    void a_second_approval_does_not_undo_the_first_receipt_and_a_publishers_word_outweighs_both() {
        assertThat(status("PRJ-2", 8)).isEqualTo("IMPLEMENTING");
        assertThat(status("PRJ-3", 8)).isEqualTo("IATI_4");
    }

    @Test
    void a_search_finds_words_of_titles_codes_and_donors_in_any_case_with_or_without_marks() {
        assertThat(search("nuoc SACH")).containsExactly("PRJ-1");
        assertThat(search("đào y tế")).containsExactly("PRJ-2");
        assertThat(search("dao tao oxfam")).containsExactly("PRJ-2");
        assertThat(search("oxfam")).containsExactly("PRJ-2", "PRJ-3");
        assertThat(search("100%")).containsExactly("PRJ-1");
        assertThat(PROJECTS.count("oxfam", 8)).isEqualTo(2);
    }

    @Test
    void pages_hold_every_project_once() {
        List<String> ids = new ArrayList<>();
        for (List<ProjectRow> page = PROJECTS.search("", 8, null, 1); !page.isEmpty();
                page = PROJECTS.search("", 8, ids.getLast(), 1)) {
            page.forEach(project -> ids.add(project.id()));
        }

        assertThat(ids).containsExactly("PRJ-1", "PRJ-2", "PRJ-3");
    }

    private static void amend(String project, String field, @Nullable String becomes) {
        append(new FactAmended(new ProjectId(project), null, field, null, becomes, "said so", DAY));
    }

    private static List<String> search(String text) {
        return PROJECTS.search(text, 8, null, 10).stream().map(ProjectRow::id).toList();
    }

    private static String status(String project, long known) {
        return PROJECTS.find(project, known).orElseThrow().status();
    }

    private static void register(String id, String code, @Nullable String vi, String en, String donor) {
        append(new ProjectRegistered(new ProjectId(id), code, vi, en, AidKind.PROJECT, BudgetTreatment.OFF_BUDGET,
                Perspective.OWNER,
                List.of(Party.named(donor), Party.named("Quỹ B")), null, null, List.of(), List.of(), null, null, DAY));
    }

    private static ProjectEvent approved(String project, String decision) {
        return new AidApproved(new ProjectId(project), DocumentRef.of(decision), "UBND", null,
                List.of(Money.of("5", "USD")), "decree", DAY);
    }

    private static ProjectEvent received(String project) {
        return new FundsReceived(new ProjectId(project), null, Money.of("5", "USD"), null, null, null, DAY);
    }

    private static void append(ProjectEvent event) {
        LOG.append(event.project().value(), Map.of(), event);
    }
}
