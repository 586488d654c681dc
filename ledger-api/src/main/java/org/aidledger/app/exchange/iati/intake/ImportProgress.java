package org.aidledger.app.exchange.iati.intake;

/** How far an import is: first the file is read, then the events are written; either begins anew after a conflict. */
public interface ImportProgress {

    /** For whoever does not watch. */
    ImportProgress NONE = new ImportProgress() {
        @Override
        public void read(long bytes, long bytesTotal) {
            // nobody watches
        }

        @Override
        public void written(long events, long eventsTotal) {
            // nobody watches
        }
    };

    /** So much of the file has been read and decided. */
    void read(long bytes, long bytesTotal);

    /** So many events are on their way into the log; they are in it once the import has ended. */
    void written(long events, long eventsTotal);
}
