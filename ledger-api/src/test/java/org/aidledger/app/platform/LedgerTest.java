package org.aidledger.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.app.platform.LedgerSettings.External;
import org.aidledger.document.DocumentRef;
import org.aidledger.gateway.Outcome.Recorded;
import org.aidledger.gateway.Request;
import org.aidledger.log.LogForked;
import org.aidledger.testing.TestDatabase;
import org.aidledger.testing.TestDatabase.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir private Path folder;

    @Test
    void a_log_without_events_that_were_signed_is_opened_to_be_verified_only() throws Exception {
        try (TestDatabase database = TestDatabase.createMigrated()) {
            LedgerSettings settings = new LedgerSettings(folder,
                    new External(database.url(), database.user(Role.APP), database.password(Role.APP),
                            database.user(Role.OWNER), database.password(Role.OWNER)),
                    "ledger.example/test", folder.resolve("signing-key.pem"), List.of());
            try (Ledger ledger = Ledger.open(settings)) {
                LocalDate day = LocalDate.of(2024, 1, 1);
                assertThat(ledger.gateway()
                        .send(new GrantRole(new ActorStreamId("ACT-minh"), GrantedRole.OFFICER, day, null,
                                DocumentRef.of("3/QĐ"), day), Request.of("chief", Way.DECIDED, "rest")))
                        .isInstanceOf(Recorded.class);
                assertThat(ledger.checkpoints().latest().checkpoint().size()).isEqualTo(1);
            }
            Ledger.open(settings).close();

            try (Connection superuser = database.superuser().getConnection();
                    Statement statement = superuser.createStatement()) {
                for (String table : List.of("entry", "head")) {
                    statement.execute("alter table ledger." + table + " disable trigger append_only");
                    statement.execute("delete from ledger." + table);
                }
            }

            assertThatThrownBy(() -> Ledger.open(settings).close()).isInstanceOf(LogForked.class);
            Ledger.openToVerify(settings).close();
        }
    }
}
