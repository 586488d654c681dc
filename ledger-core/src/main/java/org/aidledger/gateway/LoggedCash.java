package org.aidledger.gateway;

import java.util.List;
import java.util.Optional;
import org.aidledger.bank.AccountMove;
import org.aidledger.bank.CashEntries;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.StatementAccount;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.project.CashMovements;
import org.aidledger.project.ProjectEvent;

/** Reads from the log what events move on an account. */
final class LoggedCash implements CashEntries {

    private final EntryReader reader;
    private final Catalogue catalogue;

    LoggedCash(EntryReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<CashEntry> at(StatementAccount account, long index) {
        return index < 0 ? Optional.empty()
                : reader.leaf(index).map(catalogue::decode).flatMap(entry -> entry(account, entry));
    }

    private static Optional<CashEntry> entry(StatementAccount account, Entry entry) {
        if (!(entry.payload() instanceof ProjectEvent event)) {
            return Optional.empty();
        }
        List<CashMove> moves = CashMovements.of(event).stream().filter(one -> one.account().equals(account))
                .map(AccountMove::move).toList();
        String actor = entry.metadata().get(MetadataKeys.ACTOR);
        return moves.isEmpty() || actor == null ? Optional.empty()
                : Optional.of(new CashEntry(entry.index(), actor, moves));
    }
}
