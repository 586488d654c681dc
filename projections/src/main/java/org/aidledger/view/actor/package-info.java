/** Who held which role when, by grant or by delegation. */
@NullMarked
package org.aidledger.view.actor;

import org.jspecify.annotations.NullMarked;
