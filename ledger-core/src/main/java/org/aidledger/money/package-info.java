/** Exact amounts of money: decimal digits as they came, always with their currency. */
@NullMarked
package org.aidledger.money;

import org.jspecify.annotations.NullMarked;
