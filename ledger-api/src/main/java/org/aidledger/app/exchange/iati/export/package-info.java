/** Writes what the ledger holds as IATI 2.03 activity files. */
@NullMarked
package org.aidledger.app.exchange.iati.export;

import org.jspecify.annotations.NullMarked;
