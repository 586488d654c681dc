/** Donors: who is registered, on which days their certificates are in force, and who was active when. */
@NullMarked
package org.aidledger.view.donor;

import org.jspecify.annotations.NullMarked;
