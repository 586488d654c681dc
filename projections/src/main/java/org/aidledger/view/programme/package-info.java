/** Programmes of aid mobilisation and what they aim at, as known at any time. */
@NullMarked
package org.aidledger.view.programme;

import org.jspecify.annotations.NullMarked;
