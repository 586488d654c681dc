/** Takes in tables of receipts, disbursements and expenditure, all rows or none, after showing what would become of each. */
@NullMarked
package org.aidledger.app.exchange.csv;

import org.jspecify.annotations.NullMarked;
