/**
 * Evidence bundles as an auditor reads them, far from the ledger: what is in one, how it is verified and how figures follow
 * from events; on the JDK alone, for Java 17 or newer.
 */
@NullMarked
package org.aidledger.tlog.evidence;

import org.jspecify.annotations.NullMarked;
