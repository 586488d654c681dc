/** The work list of what is due and overdue on a day, each line by the decree in force when its term began. */
@NullMarked
package org.aidledger.app.deadline;

import org.jspecify.annotations.NullMarked;
