/** The append engine: Axon's event storage on PostgreSQL, in which every event is a leaf of the log. */
@NullMarked
package org.aidledger.eventstore;

import org.jspecify.annotations.NullMarked;
