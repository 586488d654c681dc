package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aidledger.bank.Difference;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankHistory;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.jspecify.annotations.Nullable;

/** Both sides of bank statements, one row a line or an entry; one without a match is on its side only. */
final class BankTable {

    private static final List<String> COLUMNS = List.of("statements", "project", "moneyAccount", "currency", "side",
            "number", "date", "amount", "reference", "counterparty", "description", "postedBy", "match", "event");

    private BankTable() {
    }

    /** @param id of one account's statements, or null for all accounts */
    static Table of(BankAccounts bank, @Nullable String id, AsOf question) {
        return new Table(TableName.BANK.key(), COLUMNS, sink -> {
            for (BankAccounts.Summary account : bank.all(question.known()).accounts()) {
                Optional<BankHistory> history = id == null || id.equals(account.id())
                        ? bank.history(account.id(), question)
                        : Optional.empty();
                if (history.isPresent()) {
                    rows(history.get(), question.effective(), sink);
                }
            }
        });
    }

    private static void rows(BankHistory history, @Nullable LocalDate effective, Table.Sink sink) throws IOException {
        LocalDate last = effective == null ? LocalDate.MAX : effective;
        Map<Long, Long> ofLine = new HashMap<>();
        Map<Long, Long> ofEntry = new HashMap<>();
        for (Match match : history.matches()) {
            match.lines().forEach(line -> ofLine.put(line, match.number()));
            match.entries().forEach(entry -> ofEntry.put(entry, match.number()));
        }
        for (Line line : history.lines()) {
            if (!line.bookingDate().isAfter(last)) {
                sink.row(cells(history, Difference.Kind.LINE, line.number(), line.bookingDate(), line.amount(),
                        line.reference(), line.counterparty(), line.description(), null, ofLine.get(line.number()),
                        line.index()));
            }
        }
        for (LedgerEntry entry : history.entries()) {
            if (!entry.date().isAfter(last)) {
                sink.row(cells(history, Difference.Kind.ENTRY, entry.index(), entry.date(), entry.amount(),
                        entry.reference(), null, entry.type(), entry.postedBy(), ofEntry.get(entry.index()),
                        entry.index()));
            }
        }
    }

    private static List<?> cells(BankHistory history, Difference.Kind side, @Nullable Object... own) {
        var cells = new ArrayList<@Nullable Object>(List.of(history.id(), history.account().project(),
                history.account().moneyAccount(), history.account().currency().code(),
                side.name().toLowerCase(Locale.ROOT)));
        cells.addAll(Arrays.asList(own));
        return cells;
    }
}
