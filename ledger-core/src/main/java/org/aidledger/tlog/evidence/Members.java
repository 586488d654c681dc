package org.aidledger.tlog.evidence;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the members of a bundle are called. No other names occur. */
public final class Members {

    /** The folder of leaves, each {@code <index>.json}. */
    public static final String LEAVES = "leaves/";
    /** The folder of proofs, each {@code <index>.tlog-proof}. */
    public static final String PROOFS = "proofs/";
    /** The folder of consistency proofs, each named by the earlier size, in the form of C2SP tlog-witness requests. */
    public static final String CONSISTENCY = "consistency/";
    /** What the reports for people begin with. */
    static final String REPORTS = "report.";
    /** What the bundle is about, and the SHA-256 of every other member. */
    public static final String MANIFEST = "bundle.json";
    /** The ledger's signature over the manifest. */
    public static final String MANIFEST_NOTE = "bundle.note";
    /** The signed checkpoint that all proofs lead to. */
    public static final String CHECKPOINT = "checkpoint";
    /** The verifier key; compare it with what you were given by another way. */
    public static final String VERIFIER_KEY = "vkey";
    /** The statements by which the ledger went over to the key of the bundle from earlier ones; absent where there are none. */
    public static final String KEY_ROTATIONS = "key-rotations";
    /** The figures claimed, each with the query that made it. */
    public static final String FIGURES = "figures.json";
    /** The sheet that a closing sealed; only in a bundle of one. */
    public static final String SHEET = "sheet.txt";
    /** The documents that the events cite. */
    public static final String DOCUMENTS = "documents.json";

    /** First line of the note that signs the manifest; its second line can never be a checkpoint's size. */
    public static final String NOTE_CONTEXT = "aidledger.org/evidence-bundle@v1";

    private static final Pattern ALLOWED = Pattern.compile("(leaves/(0|[1-9][0-9]{0,18})\\.json)"
            + "|(proofs/(0|[1-9][0-9]{0,18})\\.tlog-proof)|consistency/(0|[1-9][0-9]{0,18})"
            + "|bundle\\.json|bundle\\.note|checkpoint|vkey|key-rotations|figures\\.json|documents\\.json"
            + "|report\\.(vi|en)\\.(html|pdf)|verify\\.html|verifier\\.jar|README\\.txt|sheet\\.txt");
    private static final Pattern INDEX = Pattern.compile("(leaves|proofs)/([0-9]{1,18})\\..*");

    private Members() {
    }

    /** The member that holds the leaf of an event. */
    public static String leaf(long index) {
        return LEAVES + index + ".json";
    }

    /** The member that holds the proof of an event. */
    public static String proof(long index) {
        return PROOFS + index + ".tlog-proof";
    }

    /** The text that is signed for a manifest. */
    public static String noteText(String origin, String manifestSha256) {
        return NOTE_CONTEXT + "\n" + origin + "\nsha256 " + manifestSha256 + "\n";
    }

    static boolean isAllowed(String name) {
        return name.length() <= BundleLimits.NAME_CHARS_MAX && ALLOWED.matcher(name).matches();
    }

    /** The event that a leaf or a proof is of. */
    static OptionalLong index(String name) {
        Matcher matcher = INDEX.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(2))) : OptionalLong.empty();
    }
}
