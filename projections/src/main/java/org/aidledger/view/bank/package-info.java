/** Bank statements beside the ledger's cash: what is matched, what is on one side only, and what was reconciled. */
@NullMarked
package org.aidledger.view.bank;

import org.jspecify.annotations.NullMarked;
