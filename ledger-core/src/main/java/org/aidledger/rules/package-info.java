/** The rule sets, by decree, each in force between two dates, and the YAML files they are read from. */
@NullMarked
package org.aidledger.rules;

import org.jspecify.annotations.NullMarked;
