/** The stable names, revisions and canonical JSON of every event, and how old revisions are read. */
@NullMarked
package org.aidledger.catalogue;

import org.jspecify.annotations.NullMarked;
