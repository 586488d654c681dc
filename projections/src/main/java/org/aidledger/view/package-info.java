/** What every read model shares: how one is written, where it lives, how far it is and what a question's two clocks mean. */
@NullMarked
package org.aidledger.view;

import org.jspecify.annotations.NullMarked;
