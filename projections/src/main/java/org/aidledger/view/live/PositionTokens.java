package org.aidledger.view.live;

import java.sql.SQLException;
import org.aidledger.view.ViewSchema;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * A processor's token is read from where its view keeps its position, and is never stored a second time: the fold moves it in
 * the transaction that writes the view, and a rebuilt view brings its own. Nobody claims anything. Should several nodes fold the
 * same view, each entry goes in once, because every fold begins by locking the position.
 */
final class PositionTokens implements TokenStore {

    private static final int[] ONE_SEGMENT = {0};

    private final ViewTransactions transactions;
    private final ViewSchema schema;

    PositionTokens(ViewTransactions transactions, ViewSchema schema) {
        this.transactions = transactions;
        this.schema = schema;
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        try {
            long next = schema.position(transactions.connection()).orElseThrow().nextIndex();
            return next == 0 ? null : new GlobalSequenceTrackingToken(next - 1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the position of " + schema.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        // The fold has moved the position, or is about to, in this transaction.
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        // There are no claims.
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // There are no claims.
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return ONE_SEGMENT.clone();
    }
}
