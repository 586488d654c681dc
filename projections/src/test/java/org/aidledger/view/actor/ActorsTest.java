package org.aidledger.view.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorEvent;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.document.DocumentRef;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActorsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final DocumentRef DECISION = DocumentRef.of("3/QĐ");
    private static final ActorStreamId LAN = new ActorStreamId("ACT-lan");
    private static final ActorId MINH = new ActorId("minh");
    private static final TestLog LOG = new TestLog();
    private static final Actors ACTORS = new Actors(LOG.app());

    @BeforeAll
    static void live() {
        append(new RoleGranted(LAN, GrantedRole.APPROVER, DAY, null, DECISION, DAY));
        append(new DelegationGiven(LAN, MINH, GrantedRole.APPROVER, DAY.plusDays(5), DAY.plusDays(30), DECISION, DAY));
        append(new DelegationEnded(LAN, MINH, GrantedRole.APPROVER, DECISION, DAY.plusDays(20)));
        append(new RoleWithdrawn(LAN, GrantedRole.APPROVER, DECISION, DAY.plusDays(10)));
        TestView.build(new ActorProjection(), LOG.app(), LOG.entries(), 3);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void append(ActorEvent event) {
        LOG.append(event.stream().value(), Map.of(), event);
    }

    private static List<String> roles(String actor, LocalDate day, @Nullable Long known) {
        return ACTORS.rolesOn(actor, day, known).roles().stream().map(HeldRole::role).toList();
    }

    @Test
    void whether_she_was_allowed_then_has_an_answer() {
        assertThat(roles("lan", DAY.minusDays(1), null)).isEmpty();
        assertThat(roles("lan", DAY.plusDays(9), null)).containsExactly("APPROVER");
        assertThat(roles("lan", DAY.plusDays(10), null)).isEmpty();
        assertThat(roles("lan", DAY.plusDays(10), 3L)).containsExactly("APPROVER");
    }

    @Test
    void a_delegation_holds_on_its_days_and_while_the_delegator_holds_the_role() {
        assertThat(roles("minh", DAY.plusDays(4), null)).isEmpty();
        assertThat(roles("minh", DAY.plusDays(5), null)).containsExactly("APPROVER");
        assertThat(roles("minh", DAY.plusDays(10), null)).as("withdrawn from who delegated it").isEmpty();
        assertThat(roles("minh", DAY.plusDays(19), 3L)).containsExactly("APPROVER");
        assertThat(roles("minh", DAY.plusDays(20), 3L)).isEmpty();
        assertThat(roles("minh", DAY.plusDays(20), 2L)).containsExactly("APPROVER");
        assertThat(ACTORS.rolesOn("minh", DAY.plusDays(5), null).roles().getFirst().delegatedBy()).isEqualTo("lan");
    }
}
