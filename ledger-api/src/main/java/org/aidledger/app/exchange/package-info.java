/** Files out of the ledger and into it; here is what all of those that go out say about themselves. */
@NullMarked
package org.aidledger.app.exchange;

import org.jspecify.annotations.NullMarked;
