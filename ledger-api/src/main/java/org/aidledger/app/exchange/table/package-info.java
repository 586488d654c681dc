/** Every list and balance as a table, and the forms a table is written in: CSV and XLSX. */
@NullMarked
package org.aidledger.app.exchange.table;

import org.jspecify.annotations.NullMarked;
