/** Takes an IATI file into the ledger, all of it or nothing: decides it into a spool, then appends that at once. */
@NullMarked
package org.aidledger.app.exchange.iati.intake;

import org.jspecify.annotations.NullMarked;
