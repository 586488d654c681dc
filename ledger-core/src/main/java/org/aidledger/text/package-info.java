/** What the ledger says, in Vietnamese and in English. */
@NullMarked
package org.aidledger.text;

import org.jspecify.annotations.NullMarked;
