/** The pages: rendered here, in Vietnamese and English, without script and without anything from another host. */
@NullMarked
package org.aidledger.app.web;

import org.jspecify.annotations.NullMarked;
