/** What the Axon shells of all streams share: how they are found, kept and registered, and what their events inherit. */
@NullMarked
package org.aidledger.aggregate;

import org.jspecify.annotations.NullMarked;
