package org.aidledger.app.exchange.iati.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.app.platform.Ledger;
import org.aidledger.eventstore.Answers.Answer;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.AppendResult;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.Perspective;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Takes IATI 2.03 activity files into a ledger. A file goes in as a whole or not at all, in two passes: the first reads it and
 * decides it into a spool, the second appends that at once. Memory is bounded by one project and by the number of events, never
 * by the length of the file. Any number of imports may run at the same time.
 */
public final class IatiImport {

    private static final int ATTEMPTS_MAX = 5;

    private final Ledger ledger;
    private final Clock clock;
    private final ImportLimits limits;

    public IatiImport(Ledger ledger) {
        this(ledger, Clock.systemUTC(), ImportLimits.DEFAULT);
    }

    /** @param clock says which day it is */
    public IatiImport(Ledger ledger, Clock clock, ImportLimits limits) {
        this.ledger = ledger;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Takes in a file, or shows what would become of it.
     *
     * @param by who takes it in; recorded with every event
     * @param perspective whose books the whole file is; null to take each activity by its reporting organisation's role
     * @param dryRun whether to write nothing
     * @throws IOException when the file cannot be read, or the temporary copy not written
     * @throws AppendFailure when the database is out of reach, its outcome unknown or a clock off; asking again is safe
     */
    public ImportReport run(Path file, Submitter by, @Nullable Perspective perspective, boolean dryRun,
            ImportProgress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return run(in, Objects.toString(file.getFileName(), ""), by, perspective, dryRun, progress);
        }
    }

    /**
     * Takes in a file whose bytes come from elsewhere.
     *
     * @param in not closed
     * @param name of the file; folders before it are left out
     */
    public ImportReport run(InputStream in, String name, Submitter by, @Nullable Perspective perspective,
            boolean dryRun, ImportProgress progress) throws IOException {
        long started = System.nanoTime();
        Path folder = Files.createTempDirectory("aid-ledger-import");
        try {
            SourceFile source = SourceFile.copy(in, name, folder, limits.bytesMax());
            try {
                return take(new ImportRequest(source, by, perspective), folder.resolve("spool"), dryRun, progress,
                        started);
            } catch (RefusedFile refused) {
                return refused(refused.refusal(), source.sha256(), source.length(), started);
            }
        } catch (RefusedFile tooLarge) {
            return refused(tooLarge.refusal(), null, 0, started);
        } finally {
            deleteAll(folder);
        }
    }

    /** Decides and appends; decides again where the ledger moved meanwhile. */
    private ImportReport take(ImportRequest request, Path spoolFile, boolean dryRun, ImportProgress progress,
            long started) throws IOException {
        LedgerGateway gateway = ledger.gateway();
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            Optional<Answer> earlier = gateway.answers().find(request.key().value());
            if (earlier.isPresent()) {
                return unchanged(request, earlier.get(), started);
            }
            try (Spool spool = new Spool(spoolFile)) {
                var pass = new FirstPass(request, VietNam.dateOf(clock.instant()), limits, gateway.reader(),
                        new CachedTagIndex(ledger.database()), gateway.catalogue(), spool, gateway.rules());
                ImportBatch decided = pass.run(progress);
                if (dryRun) {
                    return expected(request, spool, started);
                }
                AppendResult appended = gateway.append(decided);
                return report(Outcome.IMPORTED, request.source(), appended.firstIndex(), appended.lastIndex(),
                        figures(appended.firstIndex(), appended.lastIndex()), started);
            } catch (AppendFailure.Conflict | AppendFailure.KeyUsed moved) {
                // Nothing was written: decide again, on what is there now.
            }
        }
        throw new RefusedFile(ImportRefusal.ofWhole(request.source().name(), "import.contended",
                Map.of("attempts", Integer.toString(ATTEMPTS_MAX))));
    }

    /** The same bytes give the first answer again, unless they are now said to be another's books. */
    private ImportReport unchanged(ImportRequest request, Answer first, long started) throws IOException {
        LogFigures figures = figures(first.firstIndex(), first.lastIndex());
        if (!first.requestSha256().equals(request.key().requestSha256())) {
            throw new RefusedFile(ImportRefusal.ofWhole(request.source().name(), "import.other-perspective",
                    Map.of("earlier", words(figures.run().perspective()), "asked", words(request.perspective()))));
        }
        return report(Outcome.UNCHANGED, request.source(), first.firstIndex(), first.lastIndex(), figures, started);
    }

    /** What an import would say; its events are numbered as they would be if it were made now. */
    private ImportReport expected(ImportRequest request, Spool spool, long started) throws IOException {
        EntryReader log = ledger.gateway().reader();
        long firstIndex = log.size();
        return report(Outcome.WOULD_IMPORT, request.source(), firstIndex, firstIndex + spool.events() - 1,
                LogFigures.expected(log, ledger.gateway().catalogue(), spool, firstIndex), started);
    }

    private static String words(@Nullable Perspective perspective) {
        return perspective == null ? "-" : perspective.name();
    }

    private LogFigures figures(long firstIndex, long lastIndex) {
        return LogFigures.of(ledger.gateway().reader(), ledger.gateway().catalogue(), firstIndex, lastIndex);
    }

    private ImportReport report(Outcome outcome, SourceFile source, long firstIndex, long lastIndex,
            LogFigures figures, long started) throws IOException {
        Comparison comparison = figures.comparison();
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        return new ImportReport(outcome, source.name(), source.sha256(), source.length(), figures.activities(),
                figures.transactions(), figures.sums(), figures.bookedLater(),
                outcome == Outcome.UNCHANGED ? 0 : lastIndex - firstIndex + 1, firstIndex, lastIndex, now.size(),
                now.root().base64(), figures.breaches(), figures.breachesByRule(),
                figures.run().remarks(), comparison, comparison == null ? null : absent(source, firstIndex),
                seconds(started), null);
    }

    private Absences absent(SourceFile source, long firstIndex) throws IOException {
        return Absences.of(source, limits.forReader(), ledger.gateway().reader(), ledger.gateway().catalogue(),
                firstIndex);
    }

    private ImportReport refused(ImportRefusal refusal, @Nullable String sha256, long bytes, long started) {
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        return new ImportReport(Outcome.REFUSED, refusal.file(), sha256, bytes, 0, new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>(), 0, null, null, now.size(), now.root().base64(), 0, new TreeMap<>(), List.of(), null,
                null, seconds(started), refusal);
    }

    private static double seconds(long started) {
        return Math.round((System.nanoTime() - started) / 1e6) / 1e3;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
