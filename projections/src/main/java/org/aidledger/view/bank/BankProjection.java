package org.aidledger.view.bank;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.bank.AccountMove;
import org.aidledger.bank.BankEvent;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.Difference;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.project.CashMovements;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Keeps statements, their lines, matches and reconciliations, and beside them what the ledger's entries move on money accounts. */
public final class BankProjection implements Projection {

    public static final String NAME = "bank";

    private static final String CASH = "cash (event_index, line, project, money_account, currency, amount,"
            + " effective_date, type, reference, posted_by)";
    private static final String LINE = "line (event_index, id, number, booking_date, value_date, amount, reference,"
            + " counterparty, description)";
    private static final String PART = "insert into part values (?, ?, ?, ?)";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        copyCash(batch, connection);
        copyLines(batch, connection);
        for (Entry entry : batch) {
            if (entry.payload() instanceof AidAccountOpened opened) {
                run(connection, "insert into opened values (?, ?, ?, ?, ?, ?)", entry.index(),
                        opened.project().value(), plain(opened.account()), plain(opened.bank()),
                        plain(opened.accountReference()), opened.effectiveDate());
            } else if (entry.payload() instanceof BankEvent event) {
                apply(event, entry, connection);
            }
        }
    }

    private static void copyCash(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, CASH)) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof ProjectEvent event) {
                    int line = 0;
                    for (AccountMove moved : CashMovements.of(event)) {
                        DocumentRef voucher = Vouchers.of(event);
                        copy.row(10).put(entry.index()).putSmall(line++).put(moved.account().project())
                                .putText(moved.account().moneyAccount()).putText(moved.account().currency().code())
                                .put(moved.move().amount()).put(moved.move().date()).put(entry.type())
                                .putText(voucher == null ? null : voucher.reference())
                                .putText(entry.metadata().get(MetadataKeys.ACTOR));
                    }
                }
            }
            copy.finish();
        }
    }

    private static void copyLines(List<Entry> batch, Connection connection) throws SQLException {
        if (batch.stream().noneMatch(entry -> entry.payload() instanceof StatementLineRecorded)) {
            return;
        }
        try (BinaryCopy copy = new BinaryCopy(connection, LINE)) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof StatementLineRecorded e) {
                    copy.row(9).put(entry.index()).put(e.statements().value()).put(e.line()).put(e.bookingDate());
                    if (e.valueDate() == null) {
                        copy.putNull();
                    } else {
                        copy.put(e.valueDate());
                    }
                    copy.put(e.amount().amount()).putText(e.reference()).putText(e.counterparty())
                            .putText(e.description());
                }
            }
            copy.finish();
        }
    }

    private static void apply(BankEvent event, Entry entry, Connection connection) throws SQLException {
        String id = event.statements().value();
        long index = entry.index();
        String actor = plain(entry.metadata().get(MetadataKeys.ACTOR));
        switch (event) {
            case BankStatementRecorded e -> run(connection,
                    "insert into statement values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", index, id,
                    plain(e.account().project()), plain(e.account().moneyAccount()),
                    plain(e.account().currency().code()), e.from(), e.to(), e.opening().amount(),
                    e.closing().amount(), e.firstLine(), e.lastLine(), plain(e.document().reference()),
                    e.document().sha256());
            case StatementLineRecorded _ -> {
                // Copied above.
            }
            case LinesMatched e -> {
                run(connection, "insert into matched values (?, ?, ?, ?)", index, id, e.match(), actor);
                int place = 0;
                for (long line : e.lines()) {
                    run(connection, PART, index, place++, Difference.Kind.LINE.name(), line);
                }
                for (CashEntry one : e.entries()) {
                    run(connection, PART, index, place++, Difference.Kind.ENTRY.name(), one.index());
                }
            }
            case MatchWithdrawn e ->
                run(connection, "insert into undone values (?, ?, ?, null)", index, id, e.match());
            case StatementWithdrawn e ->
                run(connection, "insert into undone values (?, ?, null, ?)", index, id, e.to());
            case StatementReconciled e -> {
                run(connection, "insert into reconciled values (?, ?, ?, ?, ?, ?, ?, ?)", index, id, e.to(),
                        e.closing().amount(), e.ledger().amount(), e.size(), e.effectiveDate(), actor);
                int place = 0;
                for (Difference one : e.differences()) {
                    run(connection, "insert into explained values (?, ?, ?, ?, ?, ?)", index, place++,
                            one.kind().name(), one.reference(), one.amount(), plain(one.explanation()));
                }
            }
        }
    }

    /** PostgreSQL's text cannot hold U+0000. */
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
