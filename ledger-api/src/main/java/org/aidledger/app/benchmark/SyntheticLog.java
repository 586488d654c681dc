package org.aidledger.app.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A log to read: ten thousand projects with receipts, disbursements, expenditure and commitments over eight years in five
 * currencies, the same for the same seed.
 */
final class SyntheticLog {

    private static final String[] CURRENCIES = {"USD", "USD", "EUR", "VND", "JPY", "AUD"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 8 * 365;

    private final SplittableRandom random;
    private final Map<String, Long> versions = new HashMap<>();

    SyntheticLog(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next events, as one batch; registers a project where it is new. */
    BulkAppend.Batch batch(int events, String key) {
        List<Draft> drafts = new ArrayList<>(events);
        Map<String, Long> first = new HashMap<>();
        while (drafts.size() < events) {
            int number = random.nextInt(CommandLoad.STREAMS);
            String stream = CommandLoad.project(number).value();
            long version = versions.merge(stream, 1L, Long::sum) - 1;
            first.putIfAbsent(stream, version);
            ProjectEvent event = version == 0 ? CommandLoad.registered(number) : movement(new ProjectId(stream));
            drafts.add(Draft.of(Catalogue.ledger(), new UUID(random.nextLong(), random.nextLong()), stream, version,
                    Map.of("actor", "benchmark", "way", "REPORTED", "channel", "import", "bookingPeriod",
                            event.effectiveDate().toString().substring(0, 7)),
                    event));
        }
        return new Drafts(drafts, first, key);
    }

    private ProjectEvent movement(ProjectId project) {
        Money money = Money.of(random.nextInt(1, 5_000_000) + "." + random.nextInt(10, 100),
                CURRENCIES[random.nextInt(CURRENCIES.length)]);
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Party party = Party.named("Party " + random.nextInt(400));
        return switch (random.nextInt(4)) {
            case 0 -> new CommitmentSigned(project, Direction.IN, party, money, null, null, day);
            case 1 -> new FundsReceived(project, party, money, "acc", null, null, day);
            case 2 -> new FundsDisbursed(project, DisbursementPurpose.ADVANCE, party, money, "acc", null, null, day);
            default ->
                new ExpenditureRecorded(project, PaidFrom.ADVANCE, "travel", party, money, null, null, null, day);
        };
    }

    private record Drafts(List<Draft> drafts, Map<String, Long> firstVersions, String keyValue)
            implements BulkAppend.Batch {

        @Override
        public BulkAppend.Items open() {
            return new BulkAppend.Items() {
                private int at;

                @Override
                public BulkAppend.@Nullable Item next() {
                    return at == drafts.size() ? null : new BulkAppend.Item(drafts.get(at++), List.of());
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public Map<Tag, Long> preconditions() {
            return Map.of();
        }

        @Override
        public IdempotencyKey key() {
            return new IdempotencyKey(keyValue, "00".repeat(32));
        }

        @Override
        public Map<String, BulkAppend.Content> contents() {
            return Map.of();
        }
    }
}
