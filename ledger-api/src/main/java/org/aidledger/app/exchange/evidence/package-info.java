/** Evidence bundles: what an auditor takes home and verifies without the ledger. */
@NullMarked
package org.aidledger.app.exchange.evidence;

import org.jspecify.annotations.NullMarked;
