/** The one way in: sends a command to its stream and gives the truth about what became of it. */
@NullMarked
package org.aidledger.gateway;

import org.jspecify.annotations.NullMarked;
