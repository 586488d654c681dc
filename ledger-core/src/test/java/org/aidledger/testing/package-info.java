/** What tests of every module share: a real PostgreSQL, started once a JVM, with a fresh database for each test class. */
@NullMarked
package org.aidledger.testing;

import org.jspecify.annotations.NullMarked;
