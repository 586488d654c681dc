/** What on record may be worth a look, each with its reason and the events it rests on; it orders inspections and accuses nobody. */
@NullMarked
package org.aidledger.view.signal;

import org.jspecify.annotations.NullMarked;
