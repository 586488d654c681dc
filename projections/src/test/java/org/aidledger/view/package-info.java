/** What the tests of read models share: a log in a real PostgreSQL, and lives of projects drawn from a seed. */
@NullMarked
package org.aidledger.view;

import org.jspecify.annotations.NullMarked;
