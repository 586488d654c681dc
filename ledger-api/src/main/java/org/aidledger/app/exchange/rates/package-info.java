/** Takes in files of exchange rates: each year's become one recorded event, and the file is kept. */
@NullMarked
package org.aidledger.app.exchange.rates;

import org.jspecify.annotations.NullMarked;
