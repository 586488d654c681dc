package org.aidledger.app.platform;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.app.clock.ViewProgress;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.view.KnownAt;
import org.aidledger.view.Projection;
import org.aidledger.view.actor.ActorProjection;
import org.aidledger.view.actor.Actors;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Sheets;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankProjection;
import org.aidledger.view.deadline.DeadlineProjection;
import org.aidledger.view.deadline.Obligations;
import org.aidledger.view.donor.DonorProjection;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.inspection.Findings;
import org.aidledger.view.inspection.InspectionProjection;
import org.aidledger.view.inspection.Inspections;
import org.aidledger.view.inspection.Sampling;
import org.aidledger.view.live.LiveProjections;
import org.aidledger.view.period.PeriodProjection;
import org.aidledger.view.period.Periods;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.portfolio.PortfolioProjection;
import org.aidledger.view.programme.ProgrammeProjection;
import org.aidledger.view.programme.Programmes;
import org.aidledger.view.project.ProjectProjection;
import org.aidledger.view.project.Projects;
import org.aidledger.view.rate.RateProjection;
import org.aidledger.view.rate.Rates;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.RebuildReport;
import org.aidledger.view.rebuild.Rebuilder;
import org.aidledger.view.signal.Signals;
import org.aidledger.view.signal.Thresholds;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailProjection;

/** The read models of an open ledger: brought up to date once, or kept following the log. */
public final class Views implements AutoCloseable {

    private static final List<Projection> ALL = List.of(new BalanceProjection(), new ProjectProjection(),
            new TrailProjection(), new InspectionProjection(), new PortfolioProjection(), new PeriodProjection(),
            new DonorProjection(), new ActorProjection(), new RateProjection(), new DeadlineProjection(),
            new ProgrammeProjection(), new BankProjection());

    private final Rebuilder rebuilder;
    private final LiveProjections live;
    private final Balances balances;
    private final Projects projects;
    private final Trail trail;
    private final Inspections inspections;
    private final Portfolio portfolio;
    private final Sheets sheets;
    private final Periods periods;
    private final Donors donors;
    private final Actors actors;
    private final Rates rates;
    private final Findings findings;
    private final Sampling sampling;
    private final Obligations obligations;
    private final ConvertedPortfolio converted;
    private final Programmes programmes;
    private final BankAccounts bank;
    private final Signals signals;
    private final KnownAt knownAt;
    private boolean following;

    Views(DataSource database, LedgerGateway gateway, Thresholds thresholds) {
        rebuilder = new Rebuilder(database, gateway.reader(), gateway.catalogue());
        live = new LiveProjections(database, gateway.eventStore(), gateway.reader(), rebuilder, ALL);
        balances = new Balances(database);
        projects = new Projects(database);
        trail = new Trail(database, gateway.catalogue());
        inspections = new Inspections(database, gateway.catalogue());
        portfolio = new Portfolio(database);
        sheets = new Sheets(database);
        periods = new Periods(database, gateway.catalogue());
        findings = new Findings(database);
        sampling = new Sampling(database, gateway.catalogue());
        rates = new Rates(database);
        actors = new Actors(database);
        obligations = new Obligations(database);
        converted = new ConvertedPortfolio(database);
        programmes = new Programmes(database);
        bank = new BankAccounts(database);
        donors = new Donors(database, gateway.catalogue());
        signals = new Signals(database, gateway.catalogue(), thresholds);
        knownAt = new KnownAt(gateway.reader());
    }

    /** All views that a server keeps up to date. */
    public static List<Projection> projections() {
        return ALL;
    }

    /** From now on every view follows the log; views that are missing or of another version are built first. */
    public synchronized void follow() {
        if (!following) {
            live.start();
            following = true;
        }
    }

    /** Brings every view up to all that is in the log now; safe beside a process that follows it. */
    public void catchUp() {
        ALL.forEach(projection -> rebuilder.catchUp(projection, Progress.SILENT));
    }

    /** For who waits for views that nothing else keeps up to date: waiting is what brings them up to date. */
    public ViewProgress catchingUp() {
        return new ViewProgress() {
            @Override
            public long position() {
                return Views.this.position();
            }

            @Override
            public boolean await(long index) {
                catchUp();
                return position() > index;
            }
        };
    }

    /** The number of events that every view holds. */
    public long position() {
        return ALL.stream().mapToLong(projection -> live.position(projection.name())).min().orElseThrow();
    }

    /** Waits until every view holds the event; false when one did not within the time. */
    public boolean awaitIndex(long index, Duration timeout) {
        return ALL.stream().allMatch(projection -> live.awaitIndex(projection.name(), index, timeout));
    }

    /** Where each view is, and why it does not go on if it does not. */
    public List<LiveProjections.Status> status() {
        return live.status();
    }

    /** The names of all views. */
    public static List<String> names() {
        return ALL.stream().map(Projection::name).toList();
    }

    /**
     * Builds a view anew beside the live one, compares the two and swaps them.
     *
     * @throws IllegalArgumentException when there is no view of that name
     */
    public RebuildReport rebuild(String view, Progress progress) {
        Projection projection = ALL.stream().filter(one -> one.name().equals(view)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no view \"" + view + "\"; there are " + names()));
        return rebuilder.rebuild(projection, progress);
    }

    public Balances balances() {
        return balances;
    }

    public Projects projects() {
        return projects;
    }

    public Trail trail() {
        return trail;
    }

    public Inspections inspections() {
        return inspections;
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public Sheets sheets() {
        return sheets;
    }

    public Periods periods() {
        return periods;
    }

    public Findings findings() {
        return findings;
    }

    public Sampling sampling() {
        return sampling;
    }

    public Rates rates() {
        return rates;
    }

    public Actors actors() {
        return actors;
    }

    public Obligations obligations() {
        return obligations;
    }

    public ConvertedPortfolio converted() {
        return converted;
    }

    public Programmes programmes() {
        return programmes;
    }

    public BankAccounts bank() {
        return bank;
    }

    public Donors donors() {
        return donors;
    }

    public Signals signals() {
        return signals;
    }

    /** Translates dates and times to the number of events known then. */
    public KnownAt knownAt() {
        return knownAt;
    }

    @Override
    public synchronized void close() {
        if (following) {
            live.close();
            following = false;
        }
    }
}
