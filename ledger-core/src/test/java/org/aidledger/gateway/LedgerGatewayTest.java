package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.aidledger.actor.ActorCommand.EndDelegation;
import org.aidledger.actor.ActorCommand.GiveDelegation;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.LedgerSchema;
import org.aidledger.eventstore.Tag;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.CarryOutDisbursement;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.ProposeDisbursement;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.aidledger.time.VietNam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerGatewayTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Request LAN = Request.of("lan", Way.DECIDED, "rest");

    private TestDatabase database;
    private LedgerGateway gateway;

    @BeforeEach
    void open() {
        database = TestDatabase.createMigrated();
        gateway = node();
    }

    private LedgerGateway node() {
        return new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        gateway.close();
        database.close();
    }

    static RegisterProject register(String id) {
        return new RegisterProject(new ProjectId(id), id, "Nước sạch", "Clean water", AidKind.EMERGENCY_RELIEF,
                BudgetTreatment.OFF_BUDGET,
                Perspective.OWNER, List.of(Party.named("A donor")), null, null, List.of(), List.of(), null, null, DAY);
    }

    private static ApproveAid approve(String id, String amount) {
        return new ApproveAid(new ProjectId(id), DocumentRef.of("12/QĐ-UBND"), "UBND", null,
                List.of(Money.of(amount, "USD")), DAY);
    }

    private static DisburseFunds disburse(String id, String amount) {
        return new DisburseFunds(new ProjectId(id), DisbursementPurpose.ADVANCE, null, Money.of(amount, "USD"), "acc",
                null, null,
                DAY);
    }

    private void financed(String id) {
        recorded(register(id));
        recorded(approve(id, "100"));
        recorded(new OpenAidAccount(new ProjectId(id), "acc", "BIDV", "123", DAY));
        recorded(new ReceiveFunds(new ProjectId(id), null, Money.of("100", "USD"), "acc", null, null, DAY));
    }

    private void recorded(LedgerCommand command) {
        assertThat(gateway.send(command, LAN)).isInstanceOf(Outcome.Recorded.class);
    }

    private static List<String> codes(Outcome outcome) {
        return ((Outcome.Refused) outcome).refusals().stream().map(Refusal::code).toList();
    }

    @Test
    void a_pledge_an_approval_a_receipt_and_a_disbursement_are_recorded_in_order() {
        financed("PRJ-1");
        assertThat(gateway.send(disburse("PRJ-1", "60"), LAN))
                .isEqualTo(new Outcome.Recorded("PRJ-1", 4, 4, 4, false));
        assertThat(gateway.reader().size()).isEqualTo(5);
        assertThat(gateway.catalogue().decode(gateway.reader().leaf(4).orElseThrow()).metadata())
                .containsEntry("actor", "lan")
                .containsEntry("way", "DECIDED")
                .containsEntry("channel", "rest")
                .containsEntry("bookingPeriod", "2024-03");
    }

    @Test
    void a_refusal_writes_nothing() {
        financed("PRJ-1");
        assertThat(codes(gateway.send(disburse("PRJ-1", "100.01"), LAN))).contains("funding.exceeds-approved");
        assertThat(codes(gateway.send(disburse("PRJ-9", "1"), LAN))).contains("stream.not-registered");
        assertThat(gateway.reader().size()).isEqualTo(4);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_request_under_it_is_refused() {
        financed("PRJ-1");
        Request keyed = LAN.withKey(new IdempotencyKey("k", "11".repeat(32)));
        Outcome first = gateway.send(disburse("PRJ-1", "60"), keyed);
        assertThat(first).isEqualTo(new Outcome.Recorded("PRJ-1", 4, 4, 4, false));
        Outcome again = gateway.send(disburse("PRJ-1", "60"), keyed);
        assertThat(again).as("although a second 60 would be refused")
                .isEqualTo(new Outcome.Recorded("PRJ-1", 4, 4, 4, true));
        Outcome other = gateway.send(disburse("PRJ-1", "10"), LAN.withKey(new IdempotencyKey("k", "22".repeat(32))));
        assertThat(codes(other)).containsExactly("idempotency.key-reused");
        assertThat(gateway.reader().size()).isEqualTo(5);
    }

    @Test
    void a_refusal_decided_on_a_stale_cache_is_decided_again_on_what_another_node_recorded() {
        recorded(register("PRJ-1"));
        recorded(approve("PRJ-1", "100"));
        try (LedgerGateway other = node()) {
            other.send(new OpenAidAccount(new ProjectId("PRJ-1"), "acc", "BIDV", "123", DAY), LAN);
            other.send(new ReceiveFunds(new ProjectId("PRJ-1"), null, Money.of("100", "USD"), "acc", null, null, DAY),
                    LAN);
        }
        assertThat(gateway.send(disburse("PRJ-1", "60"), LAN)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void what_conflicts_with_another_node_is_decided_again_and_never_overspends() {
        financed("PRJ-1");
        try (LedgerGateway other = node()) {
            assertThat(other.send(disburse("PRJ-1", "60"), LAN)).isInstanceOf(Outcome.Recorded.class);
            assertThat(codes(gateway.send(disburse("PRJ-1", "60"), LAN))).contains("funding.exceeds-approved");
            assertThat(gateway.send(disburse("PRJ-1", "40"), LAN)).isInstanceOf(Outcome.Recorded.class);
        }
    }

    @Test
    void a_dry_run_says_what_would_be_recorded_and_records_nothing() {
        financed("PRJ-1");
        assertThat(gateway.send(disburse("PRJ-1", "60"), LAN.asDryRun())).isInstanceOf(Outcome.WouldRecord.class);
        assertThat(gateway.send(disburse("PRJ-1", "160"), LAN.asDryRun())).isInstanceOf(Outcome.Refused.class);
        assertThat(gateway.reader().size()).isEqualTo(4);
    }

    @Test
    void a_repeated_registration_changes_nothing_and_a_stale_version_is_refused() {
        recorded(register("PRJ-1"));
        assertThat(gateway.send(register("PRJ-1"), LAN)).isEqualTo(new Outcome.Unchanged("PRJ-1"));
        assertThat(codes(gateway.send(approve("PRJ-1", "1"), LAN.withExpectedVersion(7))))
                .containsExactly("stream.version-moved");
        assertThat(gateway.send(approve("PRJ-1", "1"), LAN.withExpectedVersion(0)))
                .isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void whoever_acted_in_a_project_does_not_inspect_it_and_whoever_inspects_it_does_not_act_in_it_whichever_node() {
        recorded(register("PRJ-1"));
        try (LedgerGateway other = node()) {
            assertThat(other.send(approve("PRJ-1", "1"), Request.of("minh", Way.DECIDED, "rest")))
                    .isInstanceOf(Outcome.Recorded.class);
            FrozenCheckpoint frozen = new FrozenCheckpoint(2, "00".repeat(32));
            Outcome own =
                    gateway.send(new OpenInspection(new InspectionId("INS-1"), "Audit", List.of(new ProjectId("PRJ-1")),
                            List.of(new ActorId("minh")), frozen, DAY), Request.of("chief", Way.DECIDED, "rest"));
            assertThat(codes(own)).contains("segregation.acted-in-project");
            assertThat(
                    gateway.send(new OpenInspection(new InspectionId("INS-1"), "Audit", List.of(new ProjectId("PRJ-1")),
                            List.of(new ActorId("hoa")), frozen, DAY), Request.of("chief", Way.DECIDED, "rest")))
                    .isInstanceOf(Outcome.Recorded.class);
            Outcome hers = other.send(new OpenAidAccount(new ProjectId("PRJ-1"), "acc", "BIDV", "123", DAY),
                    Request.of("hoa", Way.DECIDED, "rest"));
            assertThat(codes(hers)).contains("segregation.inspects-project");
        }
    }

    @Test
    void of_two_nodes_one_of_which_puts_on_the_team_who_acts_on_the_other_only_one_succeeds() throws Exception {
        Request minh = Request.of("minh", Way.DECIDED, "rest");
        Request chief = Request.of("chief", Way.DECIDED, "rest");
        try (LedgerGateway other = node(); var together = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 40; i++) {
                String project = "PRJ-R" + i;
                recorded(register(project));
                var open = new OpenInspection(new InspectionId("INS-R" + i), "Audit", List.of(new ProjectId(project)),
                        List.of(new ActorId("minh")), new FrozenCheckpoint(1, "00".repeat(32)), DAY);
                var inspects = together.submit(() -> gateway.send(open, chief));
                var acts = together.submit(() -> other.send(approve(project, "1"), minh));

                assertThat(List.of(inspects.get(), acts.get())).as(project)
                        .filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
                assertThat(codes(acts.get() instanceof Outcome.Refused ? acts.get() : inspects.get())).as(project)
                        .containsAnyOf("segregation.inspects-project", "segregation.acted-in-project");
            }
        }
    }

    @Test
    void what_another_node_recorded_counts_for_all_who_ask_here_at_once() throws Exception {
        try (LedgerGateway other = node(); var together = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 100; i++) {
                ProjectId project = new ProjectId("PRJ-S" + i);
                recorded(register(project.value()));
                recorded(approve(project.value(), "100"));
                assertThat(other.send(new OpenAidAccount(project, "acc", "BIDV", "123", DAY), LAN))
                        .isInstanceOf(Outcome.Recorded.class);
                Callable<Outcome> receive = () -> gateway
                        .send(new ReceiveFunds(project, null, Money.of("1", "USD"), "acc", null, null, DAY), LAN);
                for (var answer : together.invokeAll(Collections.nCopies(4, receive))) {
                    assertThat(answer.get()).as("round %d", i).isInstanceOf(Outcome.Recorded.class);
                }
            }
        }
    }

    @Test
    void whom_a_log_from_before_knows_as_an_inspector_does_not_act_in_the_project() throws Exception {
        recorded(register("PRJ-1"));
        gateway.send(new OpenInspection(new InspectionId("INS-1"), "Audit", List.of(new ProjectId("PRJ-1")),
                List.of(new ActorId("hoa")), new FrozenCheckpoint(1, "00".repeat(32)), DAY),
                Request.of("chief", Way.DECIDED, "rest"));
        try (Connection owner = database.owner().getConnection(); Statement statement = owner.createStatement();
                InputStream migration =
                        LedgerSchema.class.getResourceAsStream("migration/V3__inspected_projects.sql")) {
            statement.execute("alter table ledger.tag disable trigger append_only");
            statement.execute("delete from ledger.tag where tag = 'inspected/PRJ-1'");
            statement.execute("alter table ledger.tag enable always trigger append_only");
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8).replace("${app}",
                    database.user(TestDatabase.Role.APP)));
        }
        try (LedgerGateway started = node()) {
            assertThat(codes(started.send(approve("PRJ-1", "1"), Request.of("hoa", Way.DECIDED, "rest"))))
                    .contains("segregation.inspects-project");
            assertThat(started.send(approve("PRJ-1", "1"), LAN)).isInstanceOf(Outcome.Recorded.class);
        }
    }

    @Test
    void of_two_nodes_that_carry_out_one_proposal_at_once_one_pays_and_its_maker_neither() throws Exception {
        financed("PRJ-1");
        ProjectId project = new ProjectId("PRJ-1");
        recorded(new ProposeDisbursement(project, DisbursementPurpose.PAYMENT, null, Money.of("60", "USD"), "acc", null,
                null, null, DAY));
        var carryOut = new CarryOutDisbursement(project, 4, DAY);
        assertThat(codes(gateway.send(carryOut, LAN))).containsExactly("segregation.entered-proposal");
        try (LedgerGateway other = node(); var together = Executors.newFixedThreadPool(2)) {
            var first = together.submit(() -> gateway.send(carryOut, Request.of("minh", Way.DECIDED, "rest")));
            var second = together.submit(() -> other.send(carryOut, Request.of("hoa", Way.DECIDED, "rest")));

            assertThat(List.of(first.get(), second.get())).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
            assertThat(codes(other.send(carryOut, Request.of("hoa", Way.DECIDED, "rest"))))
                    .containsExactly("proposal.not-open");
            assertThat(gateway.reader().size()).isEqualTo(6);
        }
    }

    @Test
    void who_acts_for_the_maker_by_delegation_does_not_carry_it_out_whichever_node_was_told() {
        financed("PRJ-1");
        ProjectId project = new ProjectId("PRJ-1");
        recorded(new ProposeDisbursement(project, DisbursementPurpose.PAYMENT, null, Money.of("60", "USD"), "acc", null,
                null, null, DAY));
        var carryOut = new CarryOutDisbursement(project, 4, DAY);
        ActorStreamId roles = new ActorStreamId("ACT-lan");
        DocumentRef decision = DocumentRef.of("3/QĐ");
        ActorId hoa = new ActorId("hoa");
        Request hers = Request.of("hoa", Way.DECIDED, "rest");
        Request chief = Request.of("chief", Way.DECIDED, "rest");
        try (LedgerGateway other = node()) {
            assertThat(other.send(carryOut, hers.asDryRun())).isInstanceOf(Outcome.WouldRecord.class);
            gateway.send(new GrantRole(roles, GrantedRole.APPROVER, DAY, null, decision, DAY), chief);
            gateway.send(new GiveDelegation(roles, hoa, GrantedRole.APPROVER, DAY, DAY.plusDays(9), decision, DAY),
                    chief);

            assertThat(codes(other.send(carryOut, hers)))
                    .containsExactly("segregation.acts-for");

            gateway.send(new EndDelegation(roles, hoa, GrantedRole.APPROVER, decision, DAY), chief);
            assertThat(other.send(carryOut, hers)).isInstanceOf(Outcome.Recorded.class);
        }
    }

    @Test
    void a_change_of_a_role_changes_what_was_delegated_with_it() {
        ActorStreamId roles = new ActorStreamId("ACT-lan");
        DocumentRef decision = DocumentRef.of("3/QĐ");
        Request chief = Request.of("chief", Way.DECIDED, "rest");
        recordedBy(chief, new GrantRole(roles, GrantedRole.APPROVER, DAY, null, decision, DAY));
        recordedBy(chief, new GiveDelegation(roles, new ActorId("hoa"), GrantedRole.APPROVER, DAY, DAY.plusDays(9),
                decision, DAY));
        recordedBy(chief, new GrantRole(roles, GrantedRole.OFFICER, DAY, null, decision, DAY));
        assertThat(gateway.reader().leavesTagged(Tag.delegated("lan", "hoa"), 3)).hasSize(2);
    }

    private void recordedBy(Request request, LedgerCommand command) {
        assertThat(gateway.send(command, request)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void a_step_dated_back_to_before_the_delegation_is_still_the_delegates() {
        financed("PRJ-1");
        ProjectId project = new ProjectId("PRJ-1");
        recorded(new ProposeDisbursement(project, DisbursementPurpose.PAYMENT, null, Money.of("60", "USD"), "acc", null,
                null, null, DAY));
        ActorStreamId roles = new ActorStreamId("ACT-lan");
        DocumentRef decision = DocumentRef.of("3/QĐ");
        ActorId hoa = new ActorId("hoa");
        Request chief = Request.of("chief", Way.DECIDED, "rest");
        LocalDate today = VietNam.dateOf(Instant.now());
        gateway.send(new GrantRole(roles, GrantedRole.APPROVER, today, null, decision, today), chief);
        gateway.send(new GiveDelegation(roles, hoa, GrantedRole.APPROVER, today, today.plusDays(9), decision, today),
                chief);

        assertThat(
                codes(gateway.send(new CarryOutDisbursement(project, 4, DAY), Request.of("hoa", Way.DECIDED, "rest"))))
                .containsExactly("segregation.acts-for");
    }

    @Test
    void who_administers_users_enters_nothing_else_and_the_other_way_round_whichever_node() {
        Request chief = Request.of("chief", Way.DECIDED, "rest");
        GrantRole grant = new GrantRole(new ActorStreamId("ACT-hoa"), GrantedRole.OFFICER, DAY, null,
                DocumentRef.of("3/QĐ"), DAY);
        try (LedgerGateway other = node()) {
            assertThat(gateway.send(grant, chief)).isInstanceOf(Outcome.Recorded.class);
            assertThat(codes(other.send(register("PRJ-1"), chief))).containsExactly("segregation.administers");
            assertThat(other.send(register("PRJ-1"), LAN)).isInstanceOf(Outcome.Recorded.class);
            GrantRole hers = new GrantRole(new ActorStreamId("ACT-minh"), GrantedRole.OFFICER, DAY, null,
                    DocumentRef.of("3/QĐ"), DAY);
            assertThat(codes(gateway.send(hers, LAN))).containsExactly("segregation.administrator-posts");
            assertThat(gateway.send(hers, chief)).isInstanceOf(Outcome.Recorded.class);
        }
    }
}
