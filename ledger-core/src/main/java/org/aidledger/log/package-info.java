/** The log as the world sees it: the key it signs with, its signed checkpoints, its tiles and entry bundles. */
@NullMarked
package org.aidledger.log;

import org.jspecify.annotations.NullMarked;
