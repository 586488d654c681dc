package org.aidledger.eventstore;

/**
 * That somebody has entered nothing in a stream after one of its versions. Whoever else goes on writing there does not stand against
 * it, so nobody can be kept from an append by being busy.
 *
 * @param since the stream's version up to which it is known; -1 for none of it
 * @param actor by login name
 */
record NotActed(String stream, long since, String actor) {
}
