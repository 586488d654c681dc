/** Accounting periods: who keeps them, which months are closed and what each closing sealed. */
@NullMarked
package org.aidledger.view.period;

import org.jspecify.annotations.NullMarked;
