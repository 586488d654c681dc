package org.aidledger.tlog.evidence;

import java.util.List;
import java.util.Optional;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.VerifierKey;

/**
 * What an auditor knows by another way than the bundle.
 *
 * @param log
 *            the ledger's key; without it the bundle's own is taken, and only its fingerprint tells whose it is
 * @param witnesses
 *            keys of the witnesses to count
 * @param quorum
 *            how many of them must have cosigned
 * @param saved
 *            a checkpoint saved earlier, which the bundle's must extend
 */
public record Trust(Optional<VerifierKey> log, List<VerifierKey> witnesses, int quorum,
        Optional<SignedCheckpoint> saved) {

    public Trust {
        witnesses = List.copyOf(witnesses);
    }

    /** Nothing but the bundle. */
    public static Trust none() {
        return new Trust(Optional.empty(), List.of(), 0, Optional.empty());
    }
}
