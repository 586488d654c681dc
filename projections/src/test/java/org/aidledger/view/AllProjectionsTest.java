package org.aidledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.actor.ActorEvent;
import org.aidledger.bank.BankEvent;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.RandomEvents;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.intake.ImportRunEvent;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.period.PeriodEvent;
import org.aidledger.programme.TargetEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.rate.RateEvent;
import org.aidledger.view.actor.ActorProjection;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.bank.BankProjection;
import org.aidledger.view.deadline.DeadlineProjection;
import org.aidledger.view.donor.DonorProjection;
import org.aidledger.view.inspection.InspectionProjection;
import org.aidledger.view.period.PeriodProjection;
import org.aidledger.view.portfolio.PortfolioProjection;
import org.aidledger.view.programme.ProgrammeProjection;
import org.aidledger.view.project.ProjectProjection;
import org.aidledger.view.rate.RateProjection;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.Rebuilder;
import org.aidledger.view.trail.TrailProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllProjectionsTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static final TestLog LIVES = new TestLog();
    private static final TestLog ANYTHING = new TestLog();

    static List<Projection> projections() {
        return List.of(new BalanceProjection(), new TrailProjection(), new ProjectProjection(),
                new InspectionProjection(), new PortfolioProjection(), new PeriodProjection(), new DonorProjection(),
                new ActorProjection(), new RateProjection(), new DeadlineProjection(),
                new ProgrammeProjection(), new BankProjection());
    }

    /** Every view has a schema of its own, so that all of them read the same two logs. */
    @BeforeAll
    static void fill() {
        System.out.println("AllProjectionsTest seed " + SEED);
        new RandomLives(SEED, 10).live(LIVES, 700);
        RandomEvents events = new RandomEvents(SEED);
        for (int i = 0; i < 400; i++) {
            LedgerEvent event = events.next();
            ANYTHING.append(stream(event), Map.of(), event);
        }
    }

    @AfterAll
    static void drop() {
        LIVES.close();
        ANYTHING.close();
    }

    @ParameterizedTest
    @MethodSource("projections")
    void a_view_says_the_same_whatever_batches_it_was_folded_in(Projection projection) {
        Random random = new Random(SEED);
        TestView.build(projection, LIVES.app(), List.of(), 1);
        for (int from = 0; from < LIVES.size();) {
            int to = (int) Math.min(LIVES.size(), from + random.nextInt(1, 90));
            TestView.fold(projection, LIVES.app(), LIVES.entries().subList(from, to), 90);
            from = to;
        }

        Rebuilder rebuilder = new Rebuilder(LIVES.app(), LIVES.reader(), Catalogue.ledger());

        assertThat(rebuilder.rebuild(projection, Progress.SILENT).equal()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("projections")
    void no_event_that_the_catalogue_can_hold_stops_a_view(Projection projection) {
        TestView.build(projection, ANYTHING.app(), ANYTHING.entries(), 50);
    }

    private static String stream(LedgerEvent event) {
        return switch (event) {
            case ProjectEvent e -> e.project().value();
            case InspectionEvent e -> e.inspection().value();
            case ActorEvent e -> e.stream().value();
            case RateEvent e -> e.table().value();
            case TargetEvent e -> e.programme().value();
            case BankEvent e -> e.statements().value();
            case NgoEvent e -> e.ngo().value();
            case PeriodEvent e -> e.period().value();
            case ImportRunEvent e -> e.run().value();
            default -> throw new AssertionError("a stream for " + event.getClass());
        };
    }
}
