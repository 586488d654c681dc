/** The accounting periods (kỳ kế toán) of a reporting entity: opened, closed with a sealed sheet, reopened by order. */
@NullMarked
package org.aidledger.period;

import org.jspecify.annotations.NullMarked;
