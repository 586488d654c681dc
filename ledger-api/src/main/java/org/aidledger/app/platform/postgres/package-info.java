/**
 * The PostgreSQL that the ledger brings along, for trials and small offices: it starts in the ledger's data folder, waits
 * for the disk at every commit, survives the death of the program that started it, and is shared by programs beside each
 * other.
 */
@NullMarked
package org.aidledger.app.platform.postgres;

import org.jspecify.annotations.NullMarked;
