/** Balances: the double-entry postings of every event, and the figures they add up to at any pair of clocks. */
@NullMarked
package org.aidledger.view.balance;

import org.jspecify.annotations.NullMarked;
