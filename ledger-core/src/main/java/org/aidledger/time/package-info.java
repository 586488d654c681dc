/** The calendar of Viet Nam in which the ledger's dates are read. */
@NullMarked
package org.aidledger.time;

import org.jspecify.annotations.NullMarked;
