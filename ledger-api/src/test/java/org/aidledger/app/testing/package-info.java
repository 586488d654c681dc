/** What tests through HTTP share: a ledger that is served, and requests and answers told as given, when, then. */
@NullMarked
package org.aidledger.app.testing;

import org.jspecify.annotations.NullMarked;
