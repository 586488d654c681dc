package org.aidledger.app.platform;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.app.witness.WitnessAddress;
import org.aidledger.app.witness.Witnesses;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.LogKeys;
import org.aidledger.log.PublishedLog;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.aidledger.view.signal.Thresholds;

/** An open ledger: what the command line, the REST interface and the pages all work on. */
public final class Ledger implements AutoCloseable {

    private final Database database;
    private final LedgerGateway gateway;
    private final Checkpoints checkpoints;
    private final PublishedLog published;
    private final Views views;
    private final Witnesses witnesses;

    private Ledger(Database database, Checkpoints checkpoints, List<WitnessAddress> addresses, Clock clock,
            RuleSets rules, Thresholds thresholds) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.published = new PublishedLog(database.pool());
        this.gateway = new LedgerGateway(database.pool(), database.appending(), clock, rules);
        this.views = new Views(database.pool(), gateway, thresholds);
        this.witnesses = new Witnesses(checkpoints, published, addresses, clock);
    }

    /**
     * Opens the ledger; starts the local database where it is the one to use.
     *
     * @throws LedgerUnavailable when that cannot be
     * @throws org.aidledger.rules.InvalidRuleFile when a file of rules cannot be used
     * @throws org.aidledger.log.LogForked when the database does not hold the log that was signed last
     */
    public static Ledger open(LedgerSettings settings) {
        return open(settings, true);
    }

    /** As {@link #open}, also when the log is not the one that was signed: to find out what happened to it. */
    public static Ledger openToVerify(LedgerSettings settings) {
        return open(settings, false);
    }

    private static Ledger open(LedgerSettings settings, boolean requireSigned) {
        RuleSets rules = RuleFiles.load(settings.rulesFolder());
        Thresholds thresholds = Thresholds.load(settings.signalsFile());
        Database database = Database.open(settings);
        try {
            Checkpoints checkpoints =
                    new Checkpoints(database.pool(),
                            LogKeys.open(settings.origin(), settings.keyFile(), settings.keyRotations()),
                            settings.lastCheckpoint());
            if (requireSigned) {
                checkpoints.requireNothingLost();
            }
            return new Ledger(database, checkpoints, WitnessAddress.read(settings.witnesses()), Clock.systemUTC(),
                    rules, thresholds);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Sends commands and bulk appends. */
    public LedgerGateway gateway() {
        return gateway;
    }

    /** Signs the head of the log. */
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Tiles and entry bundles. */
    public PublishedLog published() {
        return published;
    }

    /** Pooled connections of the application role, for views. */
    public DataSource database() {
        return database.pool();
    }

    /** The read models. */
    public Views views() {
        return views;
    }

    /** Those who cosign its checkpoints; none are asked before {@link Witnesses#follow}. */
    public Witnesses witnesses() {
        return witnesses;
    }

    @Override
    public void close() {
        witnesses.close();
        views.close();
        gateway.close();
        database.close();
    }
}
