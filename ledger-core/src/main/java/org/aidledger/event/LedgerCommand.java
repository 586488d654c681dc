package org.aidledger.event;

/** Something a user asks for, in the imperative. */
public interface LedgerCommand {

    /** The stream it is for, for example {@code PRJ-0001}. */
    String stream();
}
