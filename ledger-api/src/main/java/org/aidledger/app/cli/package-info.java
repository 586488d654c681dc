/** The command line: one class a command, all on an open {@link org.aidledger.app.platform.Ledger}. */
@NullMarked
package org.aidledger.app.cli;

import org.jspecify.annotations.NullMarked;
