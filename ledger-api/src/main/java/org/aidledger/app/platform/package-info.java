/** Opens a ledger: its database, its gateway, its log and its views, in the one order in which that is safe. */
@NullMarked
package org.aidledger.app.platform;

import org.jspecify.annotations.NullMarked;
