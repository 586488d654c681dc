/** Reads IATI 2.03 activity files, one activity at a time, into records that say exactly what the file says. */
@NullMarked
package org.aidledger.app.exchange.iati;

import org.jspecify.annotations.NullMarked;
