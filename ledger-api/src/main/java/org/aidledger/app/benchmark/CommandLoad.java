package org.aidledger.app.benchmark;

import java.time.LocalDate;
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
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are timed: pledges to a random project of those registered beforehand.
 *
 * @param projects how many there are; ten thousand, unless the benchmark is only tried out
 */
record CommandLoad(int projects) {

    static final int STREAMS = 10_000;
    static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    static ProjectId project(int number) {
        return new ProjectId("PRJ-" + number);
    }

    PledgeAid pledge(SplittableRandom random) {
        return pledge(random, random.nextInt(projects));
    }

    static PledgeAid pledge(SplittableRandom random, int number) {
        return new PledgeAid(project(number), Direction.IN, Party.named("A donor"),
                Money.of(random.nextInt(1, 1_000_000) + ".50", "USD"), null, null, DAY);
    }

    static ProjectRegistered registered(int number) {
        return new ProjectRegistered(project(number), "CODE-" + number, "Dự án " + number, "Project " + number,
                AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(Party.named("A donor")), null, null, List.of(),
                List.of(), null,
                null, DAY);
    }

    /** Registers all projects in one append. */
    record Registrations(int projects) implements BulkAppend.Batch {

        @Override
        public BulkAppend.Items open() {
            return new BulkAppend.Items() {
                private int next;

                @Override
                public BulkAppend.@Nullable Item next() {
                    return next == projects ? null
                            : new BulkAppend.Item(
                                    Draft.of(Catalogue.ledger(), UUID.randomUUID(), project(next).value(), 0,
                                            Map.of("actor", "benchmark", "way", "DECIDED"), registered(next++)),
                                    List.of());
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public Map<String, Long> firstVersions() {
            return java.util.stream.IntStream.range(0, projects)
                    .boxed()
                    .collect(java.util.stream.Collectors.toMap(n -> project(n).value(), n -> 0L));
        }

        @Override
        public Map<Tag, Long> preconditions() {
            return Map.of();
        }

        @Override
        public IdempotencyKey key() {
            return new IdempotencyKey("benchmark-projects", "00".repeat(32));
        }

        @Override
        public Map<String, BulkAppend.Content> contents() {
            return Map.of();
        }
    }
}
