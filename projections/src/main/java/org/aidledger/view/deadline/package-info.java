/** What is to be done by when: the events that start a term, the events that end it, and what is still open at any clocks. */
@NullMarked
package org.aidledger.view.deadline;

import org.jspecify.annotations.NullMarked;
