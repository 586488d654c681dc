/**
 * The transparency log: RFC 6962 hashing, C2SP tiles, checkpoints, signed notes, proofs and their verification, on the
 * JDK alone.
 */
@NullMarked
package org.aidledger.tlog;

import org.jspecify.annotations.NullMarked;
