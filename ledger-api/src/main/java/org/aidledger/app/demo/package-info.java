/** An invented portfolio that shows a newcomer what the ledger does, entered through real commands. */
@NullMarked
package org.aidledger.app.demo;

import org.jspecify.annotations.NullMarked;
