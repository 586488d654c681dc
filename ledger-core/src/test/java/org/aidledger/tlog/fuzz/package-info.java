/** Parsers of what strangers hand in, given anything at all: they read it, or refuse it as they say they do. */
package org.aidledger.tlog.fuzz;
