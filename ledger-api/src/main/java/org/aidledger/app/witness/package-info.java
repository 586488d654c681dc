/** Witnesses: others who saw how the log grew, and say so by cosigning its checkpoints (C2SP tlog-witness). */
@NullMarked
package org.aidledger.app.witness;

import org.jspecify.annotations.NullMarked;
