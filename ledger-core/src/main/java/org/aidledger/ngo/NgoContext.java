package org.aidledger.ngo;

import java.time.LocalDate;
import org.aidledger.actor.Way;

/**
 * What a decision on a donor rests on besides the donor itself.
 *
 * @param way decided here, or reported
 * @param today the date in Viet Nam
 */
public record NgoContext(Way way, LocalDate today) {
}
