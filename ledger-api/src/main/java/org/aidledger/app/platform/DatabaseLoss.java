package org.aidledger.app.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is out of reach for a while from everything else that goes wrong with one. */
public final class DatabaseLoss {

    private DatabaseLoss() {
    }

    /** Whether asking again may go well, because there was no connection, or the one there was is gone. */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The pool's, when it has none to give in time.
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused && isLoss(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection exceptions, a server that stops, starts or ends a session, and one that takes no more connections. */
    private static boolean isLoss(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("57P0") || sqlState.equals("53300"));
    }
}
