/** The audit trail: one readable line an event, in Vietnamese and English, with who, when, why and on which document. */
@NullMarked
package org.aidledger.view.trail;

import org.jspecify.annotations.NullMarked;
