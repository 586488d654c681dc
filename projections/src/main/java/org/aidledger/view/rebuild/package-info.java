/** Builds a view anew from the log beside the live one, compares the two and puts the new one in its place. */
@NullMarked
package org.aidledger.view.rebuild;

import org.jspecify.annotations.NullMarked;
