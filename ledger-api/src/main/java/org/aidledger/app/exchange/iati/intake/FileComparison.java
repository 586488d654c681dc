package org.aidledger.app.exchange.iati.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.app.exchange.iati.Excerpt;
import org.aidledger.app.exchange.iati.IatiLimits;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.intake.ImportRunId;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** The comparison of one file with the files before it: what those said of each project, and what came of comparing. */
final class FileComparison {

    private static final int DATE_CHARACTERS = 10;
    private static final int WORDS_CHARACTERS_MAX = 100;

    private final SourceFile source;
    private final LocalDate today;
    private final IatiLimits limits;
    private final EntryReader log;
    private final Catalogue catalogue;
    private final Map<ProjectId, EarlierReport> kept = new HashMap<>();
    private @Nullable Preview preview;
    private long activities;
    private long matched;
    private long vanished;
    private long appeared;
    private long amended;

    FileComparison(SourceFile source, LocalDate today, IatiLimits limits, EntryReader log, Catalogue catalogue) {
        this.source = source;
        this.today = today;
        this.limits = limits;
        this.log = log;
        this.catalogue = catalogue;
    }

    /** What earlier files said of the project an activity is reported under; empty for one that is new. */
    Optional<EarlierReport> reportOf(ProjectId project) {
        EarlierReport begun = kept.get(project);
        return begun != null ? Optional.of(begun) : EarlierReport.of(project, log, catalogue);
    }

    /** Whether the file has no further activity of this project; until then, what is said of it is remembered. */
    boolean isLast(EarlierReport report) {
        boolean last = preview().isLastOf(report.project());
        if (last) {
            kept.remove(report.project());
        } else {
            kept.put(report.project(), report);
        }
        return last;
    }

    private Preview preview() {
        if (preview == null) {
            try {
                preview = Preview.of(source, limits);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + source.copy(), e);
            }
        }
        return preview;
    }

    /** The adjusting note of what is withdrawn: the import run. */
    String noteNumber() {
        return ImportRunId.of(source.sha256()).value();
    }

    /** What they are withdrawn on. */
    DocumentRef document() {
        return new DocumentRef(source.name(), source.sha256());
    }

    /** Why a transaction is withdrawn. */
    String absent() {
        return "absent from file of " + day() + " (" + source.name() + ")";
    }

    /** Why something is said differently. */
    String saidSo() {
        return "said so by file of " + day() + " (" + source.name() + ")";
    }

    /** The day the file was made, as it says itself; else today. */
    private String day() {
        String generated = preview().generated();
        if (generated == null || generated.length() < DATE_CHARACTERS) {
            return today.toString();
        }
        return Excerpt.of(generated.substring(0, DATE_CHARACTERS), WORDS_CHARACTERS_MAX);
    }

    void activityCompared() {
        activities++;
    }

    void rowMatched(boolean isAmended) {
        matched++;
        amended += isAmended ? 1 : 0;
    }

    void rowVanished() {
        vanished++;
    }

    void rowAppeared() {
        appeared++;
    }

    /** What came of it; empty when the file spoke of nothing that was known. */
    Optional<FileCompared> result() {
        return activities == 0 ? Optional.empty()
                : Optional.of(new FileCompared(ImportRunId.of(source.sha256()), activities, matched, vanished, appeared,
                        amended, today));
    }
}
