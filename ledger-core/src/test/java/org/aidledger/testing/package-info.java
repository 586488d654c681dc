/** What tests of every module share: a fresh PostgreSQL database for each test class, and the folder of real files. */
@NullMarked
package org.aidledger.testing;

import org.jspecify.annotations.NullMarked;
