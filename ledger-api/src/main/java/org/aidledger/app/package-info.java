/** The application: everything around the ledger that people and programs touch. */
@NullMarked
package org.aidledger.app;

import org.jspecify.annotations.NullMarked;
