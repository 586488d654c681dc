/** Reconciles bank statements with what the ledger has at that moment, whoever asks. */
@NullMarked
package org.aidledger.app.bank;

import org.jspecify.annotations.NullMarked;
