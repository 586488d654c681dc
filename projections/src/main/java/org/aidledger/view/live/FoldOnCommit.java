package org.aidledger.view.live;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.EntryMessage;
import org.aidledger.view.Fold;
import org.aidledger.view.Projection;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Gathers the events of a unit of work and folds them as one batch before it commits. */
final class FoldOnCommit implements EventHandlerInvoker {

    private static final String BATCH = FoldOnCommit.class.getName();

    private final Projection projection;
    private final ViewTransactions transactions;

    FoldOnCommit(Projection projection, ViewTransactions transactions) {
        this.projection = projection;
        this.transactions = transactions;
    }

    @Override
    public boolean canHandle(EventMessage<?> eventMessage, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Entry> batch = work.getOrComputeResource(BATCH, name -> {
            List<Entry> entries = new ArrayList<>();
            work.onPrepareCommit(ending -> fold(entries));
            return entries;
        });
        batch.add(((EntryMessage) message).entry());
    }

    private void fold(List<Entry> batch) {
        try {
            Fold.step(projection, batch, transactions.connection());
        } catch (SQLException | Error e) {
            // An error goes past Axon's rollback: the transaction would stay open and keep the view from everybody.
            throw new IllegalStateException(
                    "view " + projection.name() + " cannot fold " + batch.size() + " entries from index "
                            + batch.getFirst().index() + ": " + e,
                    e);
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
