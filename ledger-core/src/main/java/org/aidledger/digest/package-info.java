/** Digests of bytes and texts. */
@NullMarked
package org.aidledger.digest;

import org.jspecify.annotations.NullMarked;
