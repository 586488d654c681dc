/** What every event, entry, command and refusal of the ledger has in common. */
@NullMarked
package org.aidledger.event;

import org.jspecify.annotations.NullMarked;
