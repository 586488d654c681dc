package org.aidledger.view.deadline;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.money.Money;
import org.jspecify.annotations.Nullable;

/** The rows of a batch, gathered and written table by table. */
final class DeadlineRows {

    /** The part of what a stream has only one of its kind at a time. */
    static final String WHOLE = "";

    /** Ends everything of the kind that began before. */
    static final String EVERY = "*";

    private static final String NO_CURRENCY = "";

    private final List<Started> started = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<Filed> filed = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    private record Started(long index, Obligation.Kind kind, String stream, String part, LocalDate on,
            @Nullable LocalDate due, @Nullable String detail, BigDecimal needed, String currency) {
    }

    private record Ended(long index, int place, Obligation.Kind kind, String stream, String part, LocalDate on,
            BigDecimal given, String currency) {
    }

    private record Arrived(long index, String stream, long entry, LocalDate on, boolean present) {
    }

    private record Filed(long index, String stream, String kind, LocalDate coversTo, LocalDate on) {
    }

    private record Fact(String stream, String name, long index, @Nullable String value) {
    }

    /** Rows of one entry, about its own stream and on its own date unless they say otherwise. */
    At at(Entry entry) {
        return new At(entry.stream(), entry.index(), entry.effectiveDate());
    }

    /** See {@link DeadlineRows#at}. */
    final class At {

        private final String stream;
        private final long index;
        private final LocalDate on;
        private int place;

        private At(String stream, long index, LocalDate on) {
            this.stream = stream;
            this.index = index;
            this.on = on;
        }

        void starts(Obligation.Kind kind, String part, @Nullable LocalDate due, @Nullable String detail) {
            startsOn(on, kind, part, due, detail);
        }

        void startsOn(LocalDate day, Obligation.Kind kind, String part, @Nullable LocalDate due,
                @Nullable String detail) {
            started.add(new Started(index, kind, stream, part, day, due, detail, BigDecimal.ONE, NO_CURRENCY));
        }

        void startsWithMoney(Obligation.Kind kind, String part, LocalDate due, String detail, Money money) {
            started.add(new Started(index, kind, stream, part, on, due, detail, money.amount(),
                    money.currency().code()));
        }

        void ends(Obligation.Kind kind, String part) {
            ended.add(new Ended(index, place++, kind, stream, part, on, BigDecimal.ONE, NO_CURRENCY));
        }

        /** Part of what another stream asks for, or with a negative amount what is taken back of it. */
        void pays(Obligation.Kind kind, String other, String part, LocalDate day, BigDecimal amount, String currency) {
            ended.add(new Ended(index, place++, kind, other, part, day, amount, currency));
        }

        void arrives(long entry, LocalDate day, boolean present) {
            arrived.add(new Arrived(index, stream, entry, day, present));
        }

        void files(String kind, LocalDate coversTo) {
            filed.add(new Filed(index, stream, kind, coversTo, on));
        }

        void is(String name, @Nullable String value) {
            facts.add(new Fact(stream, name, index, value));
        }

        void called(String id, @Nullable String vi, @Nullable String en) {
            facts.add(new Fact(id, Obligations.TITLE_VI, index, vi));
            facts.add(new Fact(id, Obligations.TITLE_EN, index, en));
        }
    }

    void copy(Connection connection) throws SQLException {
        copyTerms(connection);
        copyFacts(connection);
    }

    private void copyTerms(Connection connection) throws SQLException {
        if (!started.isEmpty()) {
            try (BinaryCopy copy = new BinaryCopy(connection,
                    "obligation (event_index, kind, stream, part, started_on, due, detail, needed, currency)")) {
                for (Started row : started) {
                    copy.row(9).put(row.index).put(row.kind.name()).putText(row.stream).putText(row.part).put(row.on);
                    (row.due == null ? copy.putNull() : copy.put(row.due)).putText(row.detail).put(row.needed)
                            .putText(row.currency);
                }
                copy.finish();
            }
        }
        if (!ended.isEmpty()) {
            try (BinaryCopy copy = new BinaryCopy(connection,
                    "settlement (event_index, place, kind, stream, part, settled_on, given, currency)")) {
                for (Ended row : ended) {
                    copy.row(8).put(row.index).putSmall(row.place).put(row.kind.name()).putText(row.stream)
                            .putText(row.part).put(row.on)
                            .put(row.given).putText(row.currency);
                }
                copy.finish();
            }
        }
    }

    private void copyFacts(Connection connection) throws SQLException {
        if (!arrived.isEmpty()) {
            try (BinaryCopy copy = new BinaryCopy(connection,
                    "arrival (event_index, stream, entry, arrived_on, present)")) {
                for (Arrived row : arrived) {
                    copy.row(5).put(row.index).putText(row.stream).put(row.entry).put(row.on)
                            .putSmall(row.present ? 1 : 0);
                }
                copy.finish();
            }
        }
        if (!filed.isEmpty()) {
            try (BinaryCopy copy =
                    new BinaryCopy(connection, "report (event_index, stream, kind, covers_to, filed_on)")) {
                for (Filed row : filed) {
                    copy.row(5).put(row.index).putText(row.stream).put(row.kind).put(row.coversTo).put(row.on);
                }
                copy.finish();
            }
        }
        if (!facts.isEmpty()) {
            try (BinaryCopy copy = new BinaryCopy(connection, "fact (stream, name, event_index, value)")) {
                for (Fact row : facts) {
                    copy.row(4).putText(row.stream).putText(row.name).put(row.index).putText(row.value);
                }
                copy.finish();
            }
        }
    }
}
