/** The rule sets, by decree, each in force between two dates. */
@NullMarked
package org.aidledger.rules;

import org.jspecify.annotations.NullMarked;
