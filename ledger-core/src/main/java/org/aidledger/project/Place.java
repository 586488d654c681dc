package org.aidledger.project;

import java.time.LocalDate;

/**
 * A province by code and by the date of the list the code is from: after 1 July 2025 seven codes name another province.
 *
 * @param province code as in the list, for example {@code 24}
 * @param listDate the date the code list came into force
 */
public record Place(String province, LocalDate listDate) {
}
