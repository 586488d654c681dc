package org.aidledger.intake;

/**
 * Something odd about a file as a whole, with no fact in it to stand beside.
 *
 * @param rule stable code, for example {@code iati.version-unpublished}
 * @param line where, counted from 1
 * @param detail the words or figures it is about
 */
public record FileRemark(String rule, long line, String detail) {
}
