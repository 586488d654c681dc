/** One aid project from registration to its last correction: messages, the decisions and their rules. */
@NullMarked
package org.aidledger.project;

import org.jspecify.annotations.NullMarked;
