/** Exchange rates: which is in use for a day, as known at any time. */
@NullMarked
package org.aidledger.view.rate;

import org.jspecify.annotations.NullMarked;
