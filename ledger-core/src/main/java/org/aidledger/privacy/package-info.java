/** Personal data in an append-only log: sealed under a key a subject, which can be destroyed. */
@NullMarked
package org.aidledger.privacy;

import org.jspecify.annotations.NullMarked;
