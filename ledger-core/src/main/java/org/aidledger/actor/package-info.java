/** Who acts, and in which of the two ways a fact comes into the ledger. */
@NullMarked
package org.aidledger.actor;

import org.jspecify.annotations.NullMarked;
