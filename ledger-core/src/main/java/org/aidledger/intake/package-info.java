/** Files taken in from others: which file, whose, and what it brought. */
@NullMarked
package org.aidledger.intake;

import org.jspecify.annotations.NullMarked;
