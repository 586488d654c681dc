/** Bank statements of money accounts: recorded, their lines matched with the ledger's cash entries, reconciled. */
@NullMarked
package org.aidledger.bank;

import org.jspecify.annotations.NullMarked;
