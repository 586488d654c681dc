/** Exchange rates by source and period: what a conversion is made with is itself recorded. */
@NullMarked
package org.aidledger.rate;

import org.jspecify.annotations.NullMarked;
