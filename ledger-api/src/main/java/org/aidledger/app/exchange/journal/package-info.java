/** The ledger as a plain-text accounting journal, for programs that are not ours to add up. */
@NullMarked
package org.aidledger.app.exchange.journal;

import org.jspecify.annotations.NullMarked;
