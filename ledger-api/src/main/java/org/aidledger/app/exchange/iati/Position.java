package org.aidledger.app.exchange.iati;

/**
 * Where an element starts in its file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(int line, int column) {
}
