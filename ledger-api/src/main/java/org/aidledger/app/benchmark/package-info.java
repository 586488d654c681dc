/** Measures the ledger against yardsticks taken in the same run, on a database of its own. */
@NullMarked
package org.aidledger.app.benchmark;

import org.jspecify.annotations.NullMarked;
