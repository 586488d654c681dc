package org.aidledger.app.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.csv.CsvReport.Outcome;
import org.aidledger.app.exchange.csv.CsvReport.Row;
import org.aidledger.app.platform.Ledger;
import org.aidledger.eventstore.Answers.Answer;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.AppendResult;
import org.aidledger.eventstore.CachedTagIndex;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.ProjectId;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a table of receipts, disbursements and expenditure: all rows, or none when one is refused. Every row is decided by the
 * rules of the way it comes in, on what the log holds and on the rows before it, and can be looked at before anything is written.
 */
public final class CsvImport {

    private static final int ATTEMPTS_MAX = 5;
    private static final int NAME_CHARACTERS_MAX = 200;

    private final Ledger ledger;
    private final Clock clock;
    private final CsvLimits limits;

    public CsvImport(Ledger ledger) {
        this(ledger, Clock.systemUTC(), CsvLimits.DEFAULT);
    }

    /** @param clock says which day it is */
    public CsvImport(Ledger ledger, Clock clock, CsvLimits limits) {
        this.ledger = ledger;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Takes in a table, or shows what would become of it.
     *
     * @param in not closed
     * @param name of the file; folders before it are left out
     * @param way decided here, by strict rules, or reported, with each broken rule noted
     * @param dryRun whether to write nothing
     * @throws AppendFailure when the database is out of reach, its outcome unknown or a clock off; asking again is safe
     */
    public CsvReport run(InputStream in, String name, Submitter by, Way way, boolean dryRun) throws IOException {
        byte[] bytes = in.readNBytes(limits.bytesMax() + 1);
        String shown = recordable(name);
        if (bytes.length > limits.bytesMax()) {
            return refused(shown, null, new CsvRefusal(0, "csv.too-large",
                    Map.of("what", "bytesMax", "max", Integer.toString(limits.bytesMax()))));
        }
        CsvSource source = CsvSource.of(shown, bytes, by);
        try {
            return take(source, CsvTableFile.read(bytes, limits), way, dryRun);
        } catch (CsvRow.Unreadable unreadable) {
            return refused(shown, source.sha256(), unreadable.refusal());
        }
    }

    /** Decides and appends; decides again where the ledger moved meanwhile. */
    private CsvReport take(CsvSource source, List<CsvRow> table, Way way, boolean dryRun) {
        LedgerGateway gateway = ledger.gateway();
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            Optional<Answer> earlier = gateway.answers().find(source.key(way).value());
            if (earlier.isPresent()) {
                return unchanged(source, way, earlier.get());
            }
            ledger.views().catchUp();
            Decided decided = new Decided(source, way, VietNam.dateOf(clock.instant()), gateway.reader(),
                    new CachedTagIndex(ledger.database()), gateway.catalogue(), this::find, gateway.rules())
                    .all(table);
            boolean isRefused = decided.rows().stream().anyMatch(Row::isRefused);
            if (isRefused && gateway.answers().find(source.key(way).value()).isPresent()) {
                continue; // the same file came in meanwhile, and is why
            }
            if (dryRun || isRefused) {
                return report(isRefused ? Outcome.REFUSED : Outcome.WOULD_IMPORT, source, decided.rows(), null, null);
            }
            try {
                AppendResult appended = gateway.append(decided.batch());
                return report(Outcome.IMPORTED, source, decided.rows(), appended.firstIndex(), appended.lastIndex());
            } catch (AppendFailure.Conflict | AppendFailure.KeyUsed moved) {
                // Nothing was written: decide again, on what is there now.
            }
        }
        return refused(source.name(), source.sha256(),
                new CsvRefusal(0, "csv.contended", Map.of("attempts", Integer.toString(ATTEMPTS_MAX))));
    }

    private CsvReport unchanged(CsvSource source, Way way, Answer first) {
        if (!first.requestSha256().equals(source.key(way).requestSha256())) {
            return refused(source.name(), source.sha256(), new CsvRefusal(0, "csv.other-way", Map.of("asked",
                    way.name())));
        }
        return report(Outcome.UNCHANGED, source, List.of(), first.firstIndex(), first.lastIndex());
    }

    private @Nullable ProjectId find(String idOrCode) {
        return ledger.views().projects().find(idOrCode, Long.MAX_VALUE).map(row -> new ProjectId(row.id()))
                .orElse(null);
    }

    private CsvReport report(Outcome outcome, CsvSource source, List<Row> rows, @Nullable Long first,
            @Nullable Long last) {
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        return new CsvReport(outcome, source.name(), source.sha256(), rows, null, first, last, now.size(),
                now.root().base64());
    }

    private CsvReport refused(String name, @Nullable String sha256, CsvRefusal refusal) {
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        return new CsvReport(Outcome.REFUSED, name, sha256, List.of(), refusal, null, null, now.size(),
                now.root().base64());
    }

    /** The last part of a path, in characters that can be recorded and shown. */
    private static String recordable(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        last.codePoints().limit(NAME_CHARACTERS_MAX)
                .forEach(c -> kept.appendCodePoint(Character.isLetterOrDigit(c) || " ._-()".indexOf(c) >= 0 ? c : '_'));
        return kept.toString().isBlank() ? "_" : kept.toString();
    }
}
