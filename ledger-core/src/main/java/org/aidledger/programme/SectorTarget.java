package org.aidledger.programme;

import org.aidledger.money.Money;

/**
 * The value of aid that a sector is to receive in a year.
 *
 * @param vocabulary the classification, a code of IATI's list of sector vocabularies
 * @param code of the sector in it
 */
public record SectorTarget(String vocabulary, String code, Money value) {
}
