/** What a meeting asks first: how many donors, which sectors, how much more than last year, how far towards the targets. */
@NullMarked
package org.aidledger.app.headline;

import org.jspecify.annotations.NullMarked;
