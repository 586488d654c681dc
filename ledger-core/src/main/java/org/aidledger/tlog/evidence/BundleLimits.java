package org.aidledger.tlog.evidence;

import org.aidledger.tlog.Limits;

/** Every bound of an evidence bundle; what is beyond is refused before it is read. */
public final class BundleLimits {

    /** Events in a bundle: what a nation records in a year, and what a verifier can hold in 512 MB. */
    public static final int EVENTS_MAX = 250_000;
    /** Members of the archive: two an event, and room for the rest. */
    public static final int MEMBERS_MAX = 2 * EVENTS_MAX + 1_000;
    /** Bytes of the archive. */
    public static final long ARCHIVE_BYTES_MAX = (1L << 32) - 1;
    /** Bytes of a report, which is read by people and only hashed here. */
    public static final int REPORT_BYTES_MAX = 512 << 20;
    /** Bytes of any other member that is neither a leaf nor a proof. */
    public static final int MEMBER_BYTES_MAX = 64 << 20;
    /** Characters of a member's name. */
    static final int NAME_CHARS_MAX = 64;
    /** Problems that a verdict lists; there may be more. */
    static final int PROBLEMS_MAX = 100;
    /** Figures that a bundle claims. */
    static final int CLAIMS_MAX = 10_000;

    private BundleLimits() {
    }

    static int memberBytesMax(String name) {
        if (name.startsWith(Members.LEAVES)) {
            return Limits.ENTRY_BYTES_MAX;
        }
        if (name.startsWith(Members.PROOFS)) {
            return Limits.PROOF_FILE_BYTES_MAX;
        }
        return name.startsWith(Members.REPORTS) ? REPORT_BYTES_MAX : MEMBER_BYTES_MAX;
    }
}
