/** Targets of a national or provincial programme of aid mobilisation: what was aimed at, by sector and year. */
@NullMarked
package org.aidledger.programme;

import org.jspecify.annotations.NullMarked;
