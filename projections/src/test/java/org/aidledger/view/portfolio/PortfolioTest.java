package org.aidledger.view.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.aidledger.project.StatementEvent;
import org.aidledger.view.AsOf;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final LocalDate OLD_PROVINCES = LocalDate.of(2008, 8, 1);

    private final TestLog log = new TestLog();
    private final Portfolio portfolio = new Portfolio(log.app());

    @AfterEach
    void drop() {
        log.close();
    }

    @Test
    void a_project_counts_in_each_sector_by_its_percentage_and_what_is_left_over_belongs_to_none() {
        registered("PRJ-1", List.of(), share("12220", "33.3"), share("11220", "60"));
        received("PRJ-1", "1000.01", "2023-05-05", null);
        registered("PRJ-2", List.of(), share("12220", null));
        received("PRJ-2", "1", "2024-05-05", null);
        build();

        assertThat(received(Dimension.SECTOR, null, AsOf.now())).containsExactly(Map.entry("11220", "600.0060"),
                Map.entry("12220", "334.00333"), Map.entry("none", "67.00067"));
        assertThat(portfolio.by(Dimension.SECTOR, Portfolio.DAC, null, AsOf.now()).groups())
                .extracting(Group::projects).containsExactly(1L, 2L, 1L);
        assertThat(received(Dimension.SECTOR, LocalDate.of(2024, 1, 1), AsOf.now()))
                .containsExactly(Map.entry("12220", "1"));
    }

    @Test
    void money_belongs_to_the_donor_it_names_else_to_the_project_s_and_several_are_a_group_of_their_own() {
        registered("PRJ-1", List.of("Quỹ A", "Quỹ B"));
        received("PRJ-1", "10", "2023-05-05", "Quỹ B");
        received("PRJ-1", "20", "2023-05-05", null);
        registered("PRJ-2", List.of("Quỹ B"));
        received("PRJ-2", "5", "2023-05-05", null);
        registered("PRJ-3", List.of());
        received("PRJ-3", "7", "2023-05-05", null);
        build();

        assertThat(received(Dimension.DONOR, null, AsOf.now())).containsExactly(Map.entry("Quỹ A + Quỹ B", "20"),
                Map.entry("Quỹ B", "15"), Map.entry("none", "7"));
    }

    @Test
    void years_are_those_of_the_effective_date_and_provinces_keep_the_date_of_their_list() {
        registered("PRJ-1", List.of());
        received("PRJ-1", "10", "2022-12-31", null);
        received("PRJ-1", "20", "2023-01-01", null);
        build();

        assertThat(received(Dimension.YEAR, null, AsOf.now())).containsExactly(Map.entry("2022", "10"),
                Map.entry("2023", "20"));
        assertThat(received(Dimension.YEAR, null, AsOf.of(null, 2L))).containsExactly(Map.entry("2022", "10"));
        assertThat(received(Dimension.PROVINCE, null, AsOf.now()))
                .containsExactly(Map.entry("24 Bắc Giang (2008-08-01)", "30"));
    }

    @Test
    void provinces_before_july_2025_count_for_what_they_became_part_of_where_that_list_is_asked_for() {
        in("PRJ-1", List.of(place("27", OLD_PROVINCES)));
        in("PRJ-2", List.of(place("24", OLD_PROVINCES)));
        in("PRJ-3", List.of(place("24", Provinces.SINCE)));
        in("PRJ-4", List.of(place("02", OLD_PROVINCES), place("08", OLD_PROVINCES)));
        in("PRJ-5", List.of(place("24", OLD_PROVINCES), place("01", Provinces.SINCE)));
        in("PRJ-6", List.of(place("99", OLD_PROVINCES)));
        for (int i = 1; i <= 6; i++) {
            received("PRJ-" + i, "10", "2023-05-05", null);
        }
        build();

        assertThat(received(ProvinceList.AS_RECORDED)).containsExactly(
                Map.entry("01 Hà Nội (2025-07-01) + 24 Bắc Giang (2008-08-01)", "10 of 1"),
                Map.entry("02 Hà Giang (2008-08-01) + 08 Tuyên Quang (2008-08-01)", "10 of 1"),
                Map.entry("24 Bắc Giang (2008-08-01)", "10 of 1"), Map.entry("24 Bắc Ninh (2025-07-01)", "10 of 1"),
                Map.entry("27 Bắc Ninh (2008-08-01)", "10 of 1"), Map.entry("99 (2008-08-01)", "10 of 1"));
        assertThat(received(ProvinceList.OF_2025)).containsExactly(
                Map.entry("01 Hà Nội (2025-07-01) + 24 Bắc Ninh (2025-07-01)", "10 of 1"),
                Map.entry("08 Tuyên Quang (2025-07-01)", "10 of 1"),
                Map.entry("24 Bắc Ninh (2025-07-01)", "30 of 3"), Map.entry("99 (2008-08-01)", "10 of 1"));
    }

    private Map<String, String> received(ProvinceList list) {
        Map<String, String> received = new TreeMap<>();
        for (Group group : portfolio.by(Dimension.PROVINCE, "", list, null, AsOf.now()).groups()) {
            received.put(String.valueOf(group.value()),
                    group.currencies().getFirst().figure(Measure.RECEIVED) + " of " + group.projects());
        }
        return received;
    }

    private void in(String id, List<Place> places) {
        registered(id, List.of(), places);
    }

    private static Place place(String code, LocalDate list) {
        return new Place(code, list);
    }

    @Test
    void an_amended_attribute_counts_from_when_it_was_known_and_not_before() {
        registered("PRJ-1", List.of());
        received("PRJ-1", "10", "2022-12-31", null);
        append("PRJ-1", new StatementEvent.FactAmended(new ProjectId("PRJ-1"), null, "managingAgency", null, "Bộ Y tế",
                "bổ sung", LocalDate.of(2023, 1, 1)));
        build();

        assertThat(received(Dimension.AGENCY, null, AsOf.of(null, 2L))).containsExactly(Map.entry("none", "10"));
        assertThat(received(Dimension.AGENCY, null, AsOf.now())).containsExactly(Map.entry("Bộ Y tế", "10"));
    }

    @Test
    void amended_donors_and_places_count_from_when_they_were_known() {
        registered("PRJ-1", List.of("Quỹ A"));
        received("PRJ-1", "10", "2022-12-31", null);
        amended("donors", "Quỹ C; Quỹ B");
        amended("places", "27@2008-08-01; 01@2025-07-01");
        amended("donors", null);
        build();

        assertThat(received(Dimension.DONOR, null, AsOf.of(null, 2L))).containsOnlyKeys("Quỹ A");
        assertThat(received(Dimension.DONOR, null, AsOf.of(null, 3L))).containsOnlyKeys("Quỹ B + Quỹ C");
        assertThat(received(Dimension.DONOR, null, AsOf.now())).containsOnlyKeys("none");
        assertThat(received(Dimension.PROVINCE, null, AsOf.now()))
                .containsOnlyKeys("01 Hà Nội (2025-07-01) + 27 Bắc Ninh (2008-08-01)");
        assertThat(received(ProvinceList.OF_2025))
                .containsOnlyKeys("01 Hà Nội (2025-07-01) + 24 Bắc Ninh (2025-07-01)");
    }

    private void amended(String field, @Nullable String becomes) {
        append("PRJ-1", new StatementEvent.FactAmended(new ProjectId("PRJ-1"), null, field, null, becomes, "bổ sung",
                LocalDate.of(2023, 1, 1)));
    }

    @Test
    void the_groups_of_every_dimension_add_up_to_the_totals_at_any_clocks() {
        System.out.println("PortfolioTest seed " + SEED);
        RandomLives lives = new RandomLives(SEED, 8);
        lives.live(log, 400);
        build();
        Random random = new Random(SEED);
        Balances balances = new Balances(log.app());
        for (int i = 0; i < 8; i++) {
            AsOf asOf = AsOf.of(random.nextBoolean() ? null : lives.day(), random.nextLong(log.size() + 1));
            List<CurrencyFigures> totals = balances.totals(asOf).currencies();
            for (Dimension dimension : Dimension.values()) {
                assertThat(sums(portfolio.by(dimension, Portfolio.DAC, null, asOf).groups()))
                        .as("by %s at %s", dimension, asOf)
                        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .isEqualTo(sums(List.of(new Group(null, 0, totals))));
            }
        }
    }

    private static Map<String, BigDecimal> sums(List<Group> groups) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        groups.forEach(group -> group.currencies().forEach(figures -> figures.figures().forEach((measure,
                amount) -> sums.merge(measure + " " + figures.currency(), amount, BigDecimal::add))));
        return sums;
    }

    private Map<String, String> received(Dimension dimension, @Nullable LocalDate from, AsOf asOf) {
        Map<String, String> received = new TreeMap<>();
        for (Group group : portfolio.by(dimension, Portfolio.DAC, from, asOf).groups()) {
            BigDecimal amount = group.currencies().getFirst().figure(Measure.RECEIVED);
            received.put(group.value() == null ? "none" : group.value(),
                    amount == null ? "not recorded" : amount.toPlainString());
        }
        return received;
    }

    private static SectorShare share(String code, @Nullable String percent) {
        return new SectorShare(Portfolio.DAC, code, percent == null ? null : new BigDecimal(percent));
    }

    private void registered(String id, List<String> donors, SectorShare... sectors) {
        registered(id, donors, List.of(new Place("24", OLD_PROVINCES)), sectors);
    }

    private void registered(String id, List<String> donors, List<Place> places, SectorShare... sectors) {
        append(id, new ProjectEvent.ProjectRegistered(new ProjectId(id), id, "Nước sạch", null, AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, donors.stream().map(Party::named).toList(), null, null,
                places, List.of(sectors), null, null, LocalDate.of(2022, 1, 1)));
    }

    private void received(String id, String amount, String day, @Nullable String donor) {
        append(id, new ProjectEvent.FundsReceived(new ProjectId(id), donor == null ? null : Party.named(donor),
                new Money(new BigDecimal(amount), Currency.of("USD")), null, null, null, LocalDate.parse(day)));
    }

    private void append(String id, ProjectEvent event) {
        log.append(id, Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "DECIDED", MetadataKeys.BOOKING_PERIOD,
                "2023-01"), event);
    }

    private void build() {
        TestView.build(new BalanceProjection(), log.app(), log.entries(), 37);
        TestView.build(new PortfolioProjection(), log.app(), log.entries(), 37);
    }
}
