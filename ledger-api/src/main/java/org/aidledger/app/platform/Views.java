package org.aidledger.app.platform;

import java.util.List;
import org.aidledger.view.Projection;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.live.LiveProjections;
import org.aidledger.view.rebuild.Rebuilder;

/** The read models there are, and who keeps them up with a ledger. */
public final class Views {

    private Views() {
    }

    /** Every projection, in the order in which they are built. */
    public static List<Projection> all() {
        return List.of(new BalanceProjection());
    }

    /** Builds and catches up the views of a ledger. */
    public static Rebuilder rebuilder(Ledger ledger) {
        return new Rebuilder(ledger.database(), ledger.gateway().reader(), ledger.gateway().catalogue());
    }

    /** Follows a ledger with all its views, once started. */
    public static LiveProjections following(Ledger ledger) {
        return new LiveProjections(ledger.database(), ledger.gateway().eventStore(), ledger.gateway().reader(),
                rebuilder(ledger), all());
    }
}
