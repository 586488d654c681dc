package org.aidledger.app.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.clock.ViewProgress;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.exchange.bank.StatementImport;
import org.aidledger.app.exchange.evidence.EvidenceExport;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.table.LedgerTables;
import org.aidledger.app.headline.Headlines;
import org.aidledger.app.headline.Targets;
import org.aidledger.app.period.PeriodSheets;
import org.aidledger.app.witness.Witnesses;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.aidledger.log.SinceVisit;
import org.aidledger.privacy.SubjectKeys;
import org.aidledger.view.actor.Actors;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.inspection.Findings;
import org.aidledger.view.inspection.Inspections;
import org.aidledger.view.inspection.Sampling;
import org.aidledger.view.period.Periods;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.project.Projects;
import org.aidledger.view.rate.Rates;
import org.aidledger.view.signal.Signals;
import org.aidledger.view.trail.Trail;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Hands the parts of an open ledger to the interfaces, which see no more of it than they are handed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"org.aidledger.app.security", "org.aidledger.app.rest", "org.aidledger.app.web"})
class ServedLedger {

    private static final Duration PROJECTED_WITHIN = Duration.ofSeconds(10);

    @Bean(destroyMethod = "")
    LedgerGateway gateway(Ledger ledger) {
        return ledger.gateway();
    }

    @Bean
    Checkpoints checkpoints(Ledger ledger) {
        return ledger.checkpoints();
    }

    @Bean
    PublishedLog published(Ledger ledger) {
        return ledger.published();
    }

    @Bean
    ViewProgress progress(Ledger ledger) {
        return new ViewProgress() {
            @Override
            public long position() {
                return ledger.views().position();
            }

            @Override
            public boolean await(long index) {
                return ledger.views().awaitIndex(index, PROJECTED_WITHIN);
            }
        };
    }

    @Bean
    HealthIndicator database(Ledger ledger) {
        return LedgerHealth.ofDatabase(ledger.database());
    }

    @Bean
    HealthIndicator liveViews(Ledger ledger) {
        return LedgerHealth.ofViews(ledger.views());
    }

    @Bean
    HealthIndicator witnessesHealth(Ledger ledger) {
        return LedgerHealth.ofWitnesses(ledger.witnesses());
    }

    /** The alarm: a witness that refuses has another history of this log than it is shown, or the log has. */
    @Bean
    MeterBinder witnessMeters(Ledger ledger) {
        return registry -> {
            for (Witnesses.State state : Witnesses.State.values()) {
                Gauge.builder("ledger.witnesses", ledger.witnesses(), witnesses -> witnesses.count(state))
                        .tag("state", state.name()).register(registry);
            }
        };
    }

    @Bean(destroyMethod = "")
    Witnesses witnesses(Ledger ledger) {
        return ledger.witnesses();
    }

    @Bean
    Balances balances(Ledger ledger) {
        return ledger.views().balances();
    }

    @Bean
    Projects projects(Ledger ledger) {
        return ledger.views().projects();
    }

    @Bean
    Trail trail(Ledger ledger) {
        return ledger.views().trail();
    }

    @Bean
    Inspections inspections(Ledger ledger) {
        return ledger.views().inspections();
    }

    @Bean
    LedgerTables tables(Ledger ledger) {
        return new LedgerTables(ledger);
    }

    @Bean
    Portfolio portfolio(Ledger ledger) {
        return ledger.views().portfolio();
    }

    @Bean
    Periods periods(Ledger ledger) {
        return ledger.views().periods();
    }

    @Bean
    PeriodSheets periodSheets(Ledger ledger, ViewProgress progress) {
        return new PeriodSheets(ledger.gateway(), ledger.views().periods(), ledger.views().sheets(), progress);
    }

    @Bean
    BankAccounts bankAccounts(Ledger ledger) {
        return ledger.views().bank();
    }

    @Bean
    BankReconciliation bankReconciliation(Ledger ledger, ViewProgress progress) {
        return new BankReconciliation(ledger.gateway(), ledger.views().bank(), progress);
    }

    @Bean
    StatementImport statementImport(Ledger ledger) {
        return new StatementImport(ledger);
    }

    @Bean
    Findings findings(Ledger ledger) {
        return ledger.views().findings();
    }

    @Bean
    Sampling sampling(Ledger ledger) {
        return ledger.views().sampling();
    }

    @Bean
    Rates rates(Ledger ledger) {
        return ledger.views().rates();
    }

    @Bean
    Actors actors(Ledger ledger) {
        return ledger.views().actors();
    }

    @Bean
    Deadlines deadlines(Ledger ledger) {
        return new Deadlines(ledger.views().obligations(), ledger.gateway().rules());
    }

    @Bean
    ConvertedPortfolio convertedPortfolio(Ledger ledger) {
        return ledger.views().converted();
    }

    @Bean
    Headlines headlines(Ledger ledger) {
        return new Headlines(ledger.views().converted(), ledger.views().donors());
    }

    @Bean
    Targets targets(Ledger ledger) {
        return new Targets(ledger.views().programmes(), ledger.views().converted(), ledger.views().donors());
    }

    @Bean
    Donors donors(Ledger ledger) {
        return ledger.views().donors();
    }

    @Bean
    Signals signals(Ledger ledger) {
        return ledger.views().signals();
    }

    @Bean
    SubjectKeys subjectKeys(Ledger ledger) {
        return new SubjectKeys(ledger.database());
    }

    @Bean
    IatiImport intake(Ledger ledger) {
        return new IatiImport(ledger);
    }

    @Bean
    SinceVisit visits(Ledger ledger) {
        return new SinceVisit(ledger.database(), ledger.checkpoints(), ledger.published());
    }

    @Bean
    EvidenceExport evidence(Ledger ledger) {
        return new EvidenceExport(ledger);
    }

    @Bean
    Clocks clocks(Ledger ledger, ViewProgress progress) {
        return new Clocks(ledger.views().knownAt(), progress);
    }
}
