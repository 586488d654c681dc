/** One post-inspection (hậu kiểm) from opening to conclusion: messages, decisions and rules. */
@NullMarked
package org.aidledger.inspection;

import org.jspecify.annotations.NullMarked;
