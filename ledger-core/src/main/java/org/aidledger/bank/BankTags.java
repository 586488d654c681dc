package org.aidledger.bank;

import org.aidledger.actor.ActorId;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.Tag;

/** The tags by which reconciling a statement and posting on its account see each other, on whichever node they are decided. */
final class BankTags {

    /** A longer name, or one that PostgreSQL's text might not hold, goes into tags by its SHA-256. */
    private static final int PLAIN_MAX = 80;

    private BankTags() {
    }

    /** That cash moved on the account. */
    static Tag cash(StatementAccount account) {
        return new Tag("cash/" + name(account));
    }

    /** That {@code actor} has reconciled a statement of the account: the last event that carries it says up to which day. */
    static Tag reconciled(StatementAccount account, ActorId actor) {
        return new Tag("reconciled/" + name(account) + "/" + actor);
    }

    private static String name(StatementAccount account) {
        String key = account.toString();
        if (key.length() <= PLAIN_MAX && key.chars().noneMatch(Character::isISOControl)) {
            return key;
        }
        return Sha256.hex(key);
    }
}
