/** Processes and servers that die in the middle of their work, and the promises that must be kept nevertheless. */
@NullMarked
package org.aidledger.app.faults;

import org.jspecify.annotations.NullMarked;
