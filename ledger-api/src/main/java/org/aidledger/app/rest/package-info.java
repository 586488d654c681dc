/** The interface for programs: commands and figures under {@code /api/v1}, the transparency log under {@code /log}. */
@NullMarked
package org.aidledger.app.rest;

import org.jspecify.annotations.NullMarked;
