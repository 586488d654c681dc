/** Supporting documents, known by the SHA-256 of their bytes. */
@NullMarked
package org.aidledger.document;

import org.jspecify.annotations.NullMarked;
