/** Keeps views up with the log: one of Axon's tracking processors for each, whose token is the view's own position. */
@NullMarked
package org.aidledger.view.live;

import org.jspecify.annotations.NullMarked;
