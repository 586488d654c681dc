package org.aidledger.project;

/** What an agency that was asked says of a dossier. */
public enum OpinionPosition {
    AGREES, AGREES_WITH_CONDITIONS, DISAGREES
}
