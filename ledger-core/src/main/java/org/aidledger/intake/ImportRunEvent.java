package org.aidledger.intake;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.project.Perspective;
import org.jspecify.annotations.Nullable;

/** The life of an import run. */
public sealed interface ImportRunEvent extends LedgerEvent {

    ImportRunId run();

    /**
     * A file was taken in, all of it, by the append that this event ends. Its bytes are kept under their digest.
     *
     * @param format what it was read as, for example {@code iati-2.03}
     * @param fileName without folders
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     * @param bytes its length
     * @param generated when the publisher made it, as the file says
     * @param publishers identifiers of the organisations that report in it, at most {@value #PUBLISHERS_MAX}
     * @param perspective whose books the file was said to be; null where each activity said so itself
     * @param activities how many it holds
     * @param transactions how many these hold together
     * @param breaches how many broken rules were noted beside its facts
     * @param remarks about the file as a whole, at most {@value #REMARKS_MAX}
     * @param effectiveDate the day in Viet Nam it was taken in
     */
    record FileImported(ImportRunId run, String format, String fileName, String sha256, long bytes,
            @Nullable String generated, List<String> publishers, @Nullable Perspective perspective, long activities,
            long transactions, long breaches, List<FileRemark> remarks, LocalDate effectiveDate)
            implements
            ImportRunEvent {

        public static final int PUBLISHERS_MAX = 20;
        public static final int REMARKS_MAX = 50;

        public FileImported {
            publishers = List.copyOf(publishers);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The file spoke of projects that earlier files had spoken of, and was compared with what those said. Right before the
     * {@link FileImported} of the same append; the differences themselves are in the projects.
     *
     * @param activities of the file that earlier files had too
     * @param matched transactions of those activities that an earlier file said, with the same type, dates, value and currency
     * @param vanished transactions that an earlier file said and this one does not: withdrawn
     * @param appeared transactions of those activities that no earlier file said: entered
     * @param amended of the matched ones, those that are said differently otherwise
     * @param effectiveDate the day in Viet Nam it was taken in
     */
    record FileCompared(ImportRunId run, long activities, long matched, long vanished, long appeared, long amended,
            LocalDate effectiveDate) implements ImportRunEvent {
    }
}
