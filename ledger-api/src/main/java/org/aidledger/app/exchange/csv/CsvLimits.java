package org.aidledger.app.exchange.csv;

/**
 * How much one table may be; it is held in memory.
 *
 * @param bytesMax of the file
 * @param rowsMax below the heading
 * @param cellCharactersMax of one cell
 */
public record CsvLimits(int bytesMax, int rowsMax, int cellCharactersMax) {

    public static final CsvLimits DEFAULT = new CsvLimits(16_000_000, 20_000, 1_000);
}
