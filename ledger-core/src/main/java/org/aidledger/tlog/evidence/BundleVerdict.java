package org.aidledger.tlog.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the verification of a bundle found.
 *
 * @param origin
 *            the ledger's name; empty when the bundle could not be read so far
 * @param size
 *            events in the log at the bundle's checkpoint
 * @param root
 *            its root, in base64
 * @param events
 *            events of the bundle that were verified
 * @param keyFingerprint
 *            SHA-256 of the verifier key's text, hexadecimal: compare it with what the ledger's operator published
 * @param keyTrusted
 *            whether the key was the one the auditor brought
 * @param cosigners
 *            names of the known witnesses that cosigned
 * @param figures
 *            computed anew from the events
 * @param omission
 *            what the bundle shows, and does not, about events left out of it; empty when it could not be read so far
 * @param held
 *            codes of what else held
 * @param problems
 *            in the order of the log, those of no event first; empty when the bundle is sound
 */
public record BundleVerdict(String origin, long size, String root, int events, String keyFingerprint,
        boolean keyTrusted, List<String> cosigners, List<Figure> figures, Optional<Problem> omission,
        List<Problem> held, List<Problem> problems) {

    public BundleVerdict {
        cosigners = List.copyOf(cosigners);
        figures = List.copyOf(figures);
        held = List.copyOf(held);
        problems = List.copyOf(problems);
    }

    /** Whether everything in the bundle is proved. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** The first event that is bad. */
    public OptionalLong firstBadIndex() {
        return problems.stream().map(Problem::index).filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /**
     * A figure as it follows from the bundle's events.
     *
     * @param subject
     *            the project, or {@code *} for all
     * @param measure
     *            a measure's name or, in a turnover, an account's
     * @param amount
     *            all its digits
     * @param claimed
     *            what the bundle says; empty when it says nothing
     */
    public record Figure(String subject, String currency, String measure, String amount, String claimed,
            boolean agrees) {
    }
}
