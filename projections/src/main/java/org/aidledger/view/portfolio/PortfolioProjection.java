package org.aidledger.view.portfolio;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.project.Party;
import org.aidledger.project.Place;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.SectorShare;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Writes what projects belong to. The money itself is the balance view's. */
public final class PortfolioProjection implements Projection {

    public static final String NAME = "portfolio";

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final String ATTRIBUTE = "attribute (project, dimension, event_index, vocabulary, value, share)";
    private static final int COLUMNS = 6;
    /** Between the parts of a list, as an amendment writes it. */
    private static final String BETWEEN = "; ";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, ATTRIBUTE)) {
            for (Entry entry : batch) {
                switch (entry.payload()) {
                    case ProjectRegistered e -> describe(new Rows(copy, e.project().value(), entry.index()), e);
                    case FactAmended e when e.entry() == null ->
                        amend(new Rows(copy, e.project().value(), entry.index()), e);
                    default -> {
                        // says nothing of what a project belongs to
                    }
                }
            }
            copy.finish();
        }
    }

    private static void describe(Rows rows, ProjectRegistered project) throws SQLException {
        rows.put(Dimension.DONOR, together(project.donors().stream().map(PortfolioProjection::name)));
        rows.put(Dimension.PROVINCE, together(project.places().stream().map(PortfolioProjection::name)));
        rows.put(Dimension.AGENCY, project.managingAgency() == null ? "" : name(project.managingAgency()));
        rows.put(Dimension.OWNER, project.aidOwner() == null ? "" : name(project.aidOwner()));
        rows.put(Dimension.KIND, project.kind().name());
        rows.put(Dimension.BUDGET, project.budgetTreatment().name());
        sectors(rows, project.sectors());
    }

    private static void sectors(Rows rows, List<SectorShare> sectors) throws SQLException {
        Map<String, List<SectorShare>> classifications = sectors.stream()
                .collect(Collectors.groupingBy(SectorShare::vocabulary, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<SectorShare>> classification : classifications.entrySet()) {
            rows.put(classification.getKey(), shares(classification.getValue()));
        }
    }

    private static void amend(Rows rows, FactAmended amended) throws SQLException {
        if (amended.field().equals("sectors")) {
            String becomes = amended.becomes();
            if (becomes == null) {
                rows.put("", Map.of("", BigDecimal.ONE));
            } else {
                sectors(rows, SectorShare.parse(becomes));
            }
            return;
        }
        String becomes = Objects.requireNonNullElse(amended.becomes(), "");
        Dimension dimension = switch (amended.field()) {
            case "donors" -> Dimension.DONOR;
            case "places" -> Dimension.PROVINCE;
            case "managingAgency", "managingAgency.name" -> Dimension.AGENCY;
            case "aidOwner", "aidOwner.name" -> Dimension.OWNER;
            case "kind" -> Dimension.KIND;
            case "budgetTreatment" -> Dimension.BUDGET;
            default -> null;
        };
        if (dimension != null) {
            rows.put(dimension, switch (dimension) {
                case DONOR -> together(Arrays.stream(becomes.split(BETWEEN)));
                case PROVINCE -> together(Arrays.stream(becomes.split(BETWEEN)).map(PortfolioProjection::place));
                default -> becomes;
            });
        }
    }

    /** A place as an amendment writes it: {@code 24@2025-07-01}. */
    private static String place(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at) + " (" + text.substring(at + 1) + ")";
    }

    /** No source says which part of the money went to which of several: together they are a value of their own. */
    private static String together(Stream<String> names) {
        return names.distinct().sorted().collect(Collectors.joining(" + "));
    }

    private static String name(Party party) {
        return Objects.requireNonNullElse(party.name(), Objects.requireNonNullElse(party.ref(), ""));
    }

    private static String name(Place place) {
        return Provinces.recorded(place);
    }

    /** Parts of 1 by sector; what the percentages leave over, or claim too much, stands under the empty value. */
    private static Map<String, BigDecimal> shares(List<SectorShare> sectors) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        BigDecimal left = BigDecimal.ONE;
        for (SectorShare sector : sectors) {
            BigDecimal share = share(sector.percent(), sectors.size());
            shares.merge(sector.code(), share, BigDecimal::add);
            left = left.subtract(share);
        }
        if (left.signum() != 0) {
            shares.merge("", left, BigDecimal::add);
        }
        return shares;
    }

    /** One sector without a percentage is the whole; of several, one without a percentage has no part that is known. */
    private static BigDecimal share(@Nullable BigDecimal percent, int sectors) {
        return percent != null ? percent.multiply(HUNDREDTH) : sectors == 1 ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private record Rows(BinaryCopy copy, String project, long index) {

        void put(Dimension dimension, String value) throws SQLException {
            row(dimension, "", value, BigDecimal.ONE);
        }

        void put(String classification, Map<String, BigDecimal> shares) throws SQLException {
            for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
                row(Dimension.SECTOR, classification, share.getKey(), share.getValue());
            }
        }

        private void row(Dimension dimension, String vocabulary, String value, BigDecimal share) throws SQLException {
            copy.row(COLUMNS).put(project).put(dimension.name()).put(index).putText(vocabulary).putText(value)
                    .put(share);
        }
    }
}
