/** Who may do what over HTTP: local users with roles, HTTP Basic, and the headers that keep browsers in bounds. */
@NullMarked
package org.aidledger.app.security;

import org.jspecify.annotations.NullMarked;
