/** The register of projects: what each is, and its status as known at any time. */
@NullMarked
package org.aidledger.view.project;

import org.jspecify.annotations.NullMarked;
