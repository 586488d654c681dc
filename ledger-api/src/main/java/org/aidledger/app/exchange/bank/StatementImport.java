package org.aidledger.app.exchange.bank;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActsFor;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.StreamBatch;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.bank.StatementFile.Row;
import org.aidledger.app.exchange.bank.StatementFile.Statement;
import org.aidledger.app.exchange.bank.StatementReport.Outcome;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.platform.Ledger;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.BankContext;
import org.aidledger.bank.BankDecisions;
import org.aidledger.bank.BankEvent;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankRefusal.LineOutside;
import org.aidledger.bank.BankRefusal.LineZero;
import org.aidledger.bank.BankState;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.StatementAccount;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.digest.Sha256;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Decision;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.AppendResult;
import org.aidledger.eventstore.Draft;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Takes in a bank statement: all of it or nothing, one event for it and one for each line, the file's bytes kept beside them. */
public final class StatementImport {

    private static final int ATTEMPTS_MAX = 5;

    private final Ledger ledger;
    private final Clock clock;

    public StatementImport(Ledger ledger) {
        this(ledger, Clock.systemUTC());
    }

    /** @param clock says which day it is */
    public StatementImport(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A file on its way in. */
    private record Source(String name, byte[] bytes, String sha256, Submitter by) {
    }

    /** What the statement comes to on the account as it is. */
    private record Decided(long nextVersion, List<BankEvent> events, List<CsvRefusal> refusals) {
    }

    /**
     * @param in not closed
     * @param name of the file, as it is cited
     * @param project id of the project whose account it is
     * @param moneyAccount the project's name for the account; the currency is the file's
     * @throws AppendFailure when the database is out of reach, its outcome unknown or a clock off; asking again is safe
     */
    public StatementReport run(InputStream in, String name, String project, String moneyAccount, Submitter by,
            boolean dryRun) throws IOException {
        byte[] bytes = in.readNBytes(StatementFile.BYTES_MAX + 1);
        var source = new Source(name, bytes, Sha256.hex(bytes), by);
        StatementFile.Reading reading = StatementFile.read(bytes);
        Statement statement = reading.statement();
        if (statement == null) {
            return report(Outcome.REFUSED, source, null, null, reading.refusals(), null);
        }
        var account = new StatementAccount(project, moneyAccount, statement.opening().currency());
        List<CsvRefusal> unknown = unknown(account);
        for (int attempt = 1; unknown.isEmpty() && attempt <= ATTEMPTS_MAX; attempt++) {
            Decided decided = decide(account, statement, source);
            if (!decided.refusals.isEmpty()) {
                return report(Outcome.REFUSED, source, account, statement, decided.refusals, null);
            }
            if (decided.events.isEmpty() || dryRun) {
                return report(decided.events.isEmpty() ? Outcome.UNCHANGED : Outcome.WOULD_IMPORT, source, account,
                        statement, List.of(), null);
            }
            try {
                AppendResult appended = ledger.gateway().append(new StreamBatch("bank", account.id().value(),
                        decided.nextVersion, drafts(account, decided, statement, source), source.by.actor(), bytes,
                        source.sha256));
                return report(Outcome.IMPORTED, source, account, statement, List.of(), appended);
            } catch (AppendFailure.Conflict moved) {
                // Nothing was written: decide again, on what is there now.
            } catch (AppendFailure.KeyUsed earlier) {
                return report(Outcome.UNCHANGED, source, account, statement, List.of(), null);
            }
        }
        return report(Outcome.REFUSED, source, account, statement, unknown.isEmpty()
                ? List.of(new CsvRefusal(0, "csv.contended", Map.of("attempts", Integer.toString(ATTEMPTS_MAX))))
                : unknown, null);
    }

    /** An account is known once the project has opened it; a name that cannot have statements is told as it is. */
    private List<CsvRefusal> unknown(StatementAccount account) {
        if (!ledger.views().bank().isOpened(account.project(), account.moneyAccount())) {
            return List.of(new CsvRefusal(0, "csv.account-unknown", Map.of("project", account.project(), "account",
                    account.moneyAccount(), "known",
                    String.join(", ", ledger.views().bank().opened(account.project())))));
        }
        return List.of();
    }

    private Decided decide(StatementAccount account, Statement statement, Source source) {
        BankState state = read(account.id());
        var command = new RecordStatement(account, statement.from(), statement.to(), statement.opening(),
                statement.closing(), statement.rows().stream().map(Row::line).toList(),
                new DocumentRef(source.name, source.sha256));
        var context = new BankContext(Way.REPORTED, source.by.actor(), VietNam.dateOf(clock.instant()), Map.of(), -1,
                ActsFor.NOBODY);
        return switch (BankDecisions.decide(state, command, context)) {
            case Decision.Refused<BankEvent>(var broken) -> new Decided(state.nextVersion(), List.of(),
                    broken.stream().map(refusal -> placed(refusal, statement)).toList());
            case Decision.Accepted<BankEvent>(var events) -> new Decided(state.nextVersion(), events, List.of());
        };
    }

    /** With the line of the file where the broken rule is about one. */
    private static CsvRefusal placed(Refusal refusal, Statement statement) {
        long row = switch (refusal) {
            case LineOutside outside -> outside.row();
            case LineZero zero -> zero.row();
            default -> 0;
        };
        return new CsvRefusal(row == 0 ? 0 : statement.rows().get(Math.toIntExact(row) - 1).fileLine(),
                refusal.code(), refusal.arguments());
    }

    private BankState read(BankStatementId id) {
        BankState state = BankState.empty();
        Catalogue catalogue = ledger.gateway().catalogue();
        ledger.gateway().reader().eachLeafOf(id.value(),
                leaf -> state.evolve((BankEvent) catalogue.decode(leaf).payload()));
        return state;
    }

    private List<Draft> drafts(StatementAccount account, Decided decided, Statement statement,
            Source source) {
        Map<String, String> beside = source.by.provenance(Way.REPORTED, source.name, source.sha256);
        List<Draft> drafts = new ArrayList<>();
        long version = decided.nextVersion;
        int row = 0;
        for (BankEvent event : decided.events) {
            var metadata = new HashMap<>(beside);
            if (event instanceof StatementLineRecorded) {
                metadata.put(MetadataKeys.SOURCE_LINE, Integer.toString(statement.rows().get(row++).fileLine()));
            }
            drafts.add(Draft.of(ledger.gateway().catalogue(), UUID.randomUUID(), account.id().value(), version++,
                    metadata, event));
        }
        return drafts;
    }

    private StatementReport report(Outcome outcome, Source source, @Nullable StatementAccount account,
            @Nullable Statement statement, List<CsvRefusal> refusals, @Nullable AppendResult appended) {
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        return new StatementReport(outcome, source.name, source.sha256,
                account == null || outcome == Outcome.REFUSED ? null : account.id().value(),
                account == null ? null : account.toString(), statement == null ? null : statement.from(),
                statement == null ? null : statement.to(), statement == null ? null : statement.opening().toString(),
                statement == null ? null : statement.closing().toString(),
                statement == null ? 0 : statement.rows().size(),
                refusals, appended == null ? null : (Long) appended.firstIndex(),
                appended == null ? null : (Long) appended.lastIndex(), now.size(), now.root().base64());
    }
}
