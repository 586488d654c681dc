package org.aidledger.app.exchange.rates;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.StreamBatch;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.app.exchange.rates.RatesReport.Outcome;
import org.aidledger.app.platform.Ledger;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.digest.Sha256;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.eventstore.AppendResult;
import org.aidledger.eventstore.Draft;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateCommand.RecordRates;
import org.aidledger.rate.RateDecisions;
import org.aidledger.rate.RateEvent;
import org.aidledger.rate.RateState;
import org.aidledger.rate.RateTableId;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Takes in a file of annual rates: all years or none, each year's rates as one event, the file's bytes kept beside them. */
public final class RatesImport {

    private static final int ATTEMPTS_MAX = 5;

    private final Ledger ledger;
    private final Clock clock;

    public RatesImport(Ledger ledger) {
        this(ledger, Clock.systemUTC());
    }

    /** @param clock says which day it is */
    public RatesImport(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the rates of all years come to on the table as it is. */
    private record Decided(long nextVersion, List<RateEvent> events, List<Refusal> refusals) {
    }

    /**
     * @param in not closed
     * @param name of the file, as it is cited
     * @param source who publishes the rates, as it is cited
     * @param firstYear earlier ones are left out
     * @throws AppendFailure when the database is out of reach, its outcome unknown or a clock off; asking again is safe
     */
    public RatesReport run(InputStream in, String name, RateTableId table, String source, int firstYear, Submitter by,
            boolean dryRun) throws IOException {
        byte[] bytes = in.readNBytes(AnnualRates.BYTES_MAX + 1);
        String sha256 = Sha256.hex(bytes);
        SortedMap<Integer, List<Rate>> rates;
        try {
            if (bytes.length > AnnualRates.BYTES_MAX) {
                throw new AnnualRates.Unreadable(0, "csv.too-large",
                        Map.of("what", "bytesMax", "max", Integer.toString(AnnualRates.BYTES_MAX)));
            }
            rates = AnnualRates.read(bytes).tailMap(firstYear);
        } catch (AnnualRates.Unreadable unreadable) {
            return report(Outcome.REFUSED, name, sha256, table, List.of(), List.of(unreadable.refusal()), null);
        }
        DocumentRef document = new DocumentRef(source + ", " + name, sha256);
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            Decided decided = decide(table, rates, document);
            if (!decided.refusals.isEmpty() || decided.events.isEmpty() || dryRun) {
                Outcome outcome = !decided.refusals.isEmpty() ? Outcome.REFUSED
                        : decided.events.isEmpty() ? Outcome.UNCHANGED : Outcome.WOULD_IMPORT;
                return report(outcome, name, sha256, table, decided.events, decided.refusals, null);
            }
            try {
                AppendResult appended = ledger.gateway().append(new StreamBatch("rates", table.value(),
                        decided.nextVersion, drafts(table, decided, name, sha256, by), by.actor(), bytes, sha256));
                return report(Outcome.IMPORTED, name, sha256, table, decided.events, List.of(), appended);
            } catch (AppendFailure.Conflict moved) {
                // Nothing was written: decide again, on what is there now.
            } catch (AppendFailure.KeyUsed earlier) {
                return report(Outcome.UNCHANGED, name, sha256, table, List.of(), List.of(), null);
            }
        }
        return report(Outcome.REFUSED, name, sha256, table, List.of(),
                List.of(new CsvRefusal(0, "csv.contended", Map.of("attempts", Integer.toString(ATTEMPTS_MAX)))), null);
    }

    private Decided decide(RateTableId table, SortedMap<Integer, List<Rate>> rates, DocumentRef document) {
        RateState state = read(table);
        long version = state.nextVersion();
        LocalDate today = VietNam.dateOf(clock.instant());
        List<RateEvent> events = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        rates.forEach((year, quoted) -> {
            LocalDate end = LocalDate.of(year, 12, 31);
            LocalDate effective = end.isAfter(today) ? today : end;
            switch (RateDecisions.decide(state, new RecordRates(table, AnnualRates.BASE, LocalDate.of(year, 1, 1), end,
                    quoted, document, effective), today)) {
                case Decision.Refused<RateEvent>(var broken) -> refusals.addAll(broken);
                case Decision.Accepted<RateEvent>(var accepted) -> accepted.forEach(event -> {
                    events.add(event);
                    state.evolve(event);
                });
            }
        });
        return new Decided(version, events, refusals);
    }

    private RateState read(RateTableId table) {
        RateState state = RateState.empty();
        Catalogue catalogue = ledger.gateway().catalogue();
        ledger.gateway().reader().eachLeafOf(table.value(),
                leaf -> state.evolve((RateEvent) catalogue.decode(leaf).payload()));
        return state;
    }

    private List<Draft> drafts(RateTableId table, Decided decided, String name, String sha256,
            Submitter by) {
        Map<String, String> beside = by.provenance(Way.REPORTED, name, sha256);
        List<Draft> drafts = new ArrayList<>();
        long version = decided.nextVersion;
        for (RateEvent event : decided.events) {
            drafts.add(
                    Draft.of(ledger.gateway().catalogue(), UUID.randomUUID(), table.value(), version++, beside, event));
        }
        return drafts;
    }

    private RatesReport report(Outcome outcome, String name, String sha256, RateTableId table, List<RateEvent> events,
            List<? extends Refusal> refusals, @Nullable AppendResult appended) {
        Checkpoint now = ledger.checkpoints().latest().checkpoint();
        List<Integer> years = new ArrayList<>();
        long rates = 0;
        for (RateEvent event : events) {
            switch (event) {
                case RateEvent.RatesRecorded recorded -> {
                    years.add(recorded.from().getYear());
                    rates += recorded.rates().size();
                }
            }
        }
        return new RatesReport(outcome, name, sha256, table.value(), years, rates, List.copyOf(refusals),
                appended == null ? null : (Long) appended.firstIndex(),
                appended == null ? null : (Long) appended.lastIndex(), now.size(), now.root().base64());
    }
}
