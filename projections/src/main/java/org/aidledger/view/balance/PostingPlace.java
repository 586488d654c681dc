package org.aidledger.view.balance;

/**
 * Where a posting is: postings are in this order everywhere.
 *
 * @param index of the event it comes from
 * @param line number within the event, from 0
 */
public record PostingPlace(long index, int line) {
}
