/** Post-inspections: which there are and what each found. */
@NullMarked
package org.aidledger.view.inspection;

import org.jspecify.annotations.NullMarked;
