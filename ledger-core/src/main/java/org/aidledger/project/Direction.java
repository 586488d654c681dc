package org.aidledger.project;

/** Whether a pledge or commitment is made to the project's bookkeeper or by it; the two are never mixed. */
public enum Direction {
    /** To us (IATI 11, 13). */
    IN,
    /** By us (IATI 2, 12). */
    OUT
}
