/** The clocks of every question, as addresses give them, and how far the views that answer are. */
@NullMarked
package org.aidledger.app.clock;

import org.jspecify.annotations.NullMarked;
