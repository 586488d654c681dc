package org.aidledger.app.exchange.iati;

import java.util.List;

/** How the reading of a file ended. */
public sealed interface IatiReading {

    /**
     * The whole file was read and every activity handed over.
     *
     * @param header what the file says about itself
     * @param activities how many were handed over
     * @param transactions how many they hold together
     * @param bytes the length of the file
     * @param oddities about the file as a whole; those of activities and transactions are on them
     */
    record Complete(IatiHeader header, int activities, int transactions, long bytes, List<Oddity> oddities)
            implements
            IatiReading {
    }

    /**
     * The file cannot be read. Activities before the offending place have been handed over: whoever takes a file all or
     * nothing must let go of them.
     */
    record Refused(IatiRefusal refusal) implements IatiReading {
    }
}
