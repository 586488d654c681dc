/** The whole of the aid by donor, sector, province, agency, kind or year, with the attributes known at the time. */
@NullMarked
package org.aidledger.view.portfolio;

import org.jspecify.annotations.NullMarked;
