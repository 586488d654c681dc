package org.aidledger.view.rebuild;

/** Told how far a rebuild is, a few times a second at most. */
@FunctionalInterface
public interface Progress {

    /** For those who only want the result. */
    Progress SILENT = (done, total) -> {
    };

    /** So many of so many entries are folded in; the total grows when the log does. */
    void at(long done, long total);
}
