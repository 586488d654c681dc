/** Takes in bank statements: each file is one statement of one account, recorded whole or not at all, and kept. */
@NullMarked
package org.aidledger.app.exchange.bank;

import org.jspecify.annotations.NullMarked;
