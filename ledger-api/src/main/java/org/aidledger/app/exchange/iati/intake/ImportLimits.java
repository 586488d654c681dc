package org.aidledger.app.exchange.iati.intake;

import org.aidledger.app.exchange.iati.IatiLimits;

/**
 * How much one import may be. A larger file is refused with the advice to split it.
 *
 * @param bytesMax length of the file, since its bytes are kept in one row of the database
 * @param eventsMax events it becomes; other writers wait while they are written, about two seconds at the default
 * @param eventsReadAgainMax events that are read again where an identifier comes back later in the file
 */
public record ImportLimits(int bytesMax, int eventsMax, int eventsReadAgainMax) {

    public static final ImportLimits DEFAULT = new ImportLimits(256_000_000, 100_000, 1_000_000);

    IatiLimits forReader() {
        IatiLimits reader = IatiLimits.DEFAULT;
        return new IatiLimits(bytesMax, reader.depthMax(), reader.namesMax(), reader.textCharactersMax(),
                reader.activitiesMax(), reader.transactionsMax(), reader.activityTransactionsMax(),
                reader.activityCharactersMax());
    }
}
