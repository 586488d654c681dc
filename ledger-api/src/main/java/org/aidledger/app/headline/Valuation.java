package org.aidledger.app.headline;

import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Conversion;

/**
 * How aid is valued and by which sectors.
 *
 * @param measure whose sums are the values
 * @param policy by which they are brought into one currency
 * @param vocabulary the classification of sectors
 * @param digits how many characters of a sector's code make a sector here; 0 for the whole code
 */
public record Valuation(Measure measure, Conversion policy, String vocabulary, int digits) {

    /** What was disbursed is what counts as aid where nothing else is asked for. */
    public static final Measure MEASURE = Measure.DISBURSED;

    /** Of the OECD's purpose codes the first two say the sector: 12 is health. */
    public static final int DIGITS = 2;

    String sector(String code) {
        return digits == 0 || code.length() <= digits ? code : code.substring(0, digits);
    }
}
