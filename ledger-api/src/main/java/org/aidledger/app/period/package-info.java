/** Closing a month: the sheet is summed, sealed by the closing and summed again by whoever wants to check. */
@NullMarked
package org.aidledger.app.period;

import org.jspecify.annotations.NullMarked;
