package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.aidledger.money.Currency;

/**
 * The sums of everything below each multiple of the block size that a batch reaches: those of the block before, of the postings
 * that are in the table already, and of the batch's own. A batch that holds whole blocks, as a rebuild's do, reads back no
 * posting at all.
 */
final class Blocks {

    private static final String WRITE = """
            insert into block (until_index, account, currency, month, amount)
            select :until, account, currency, month, sum(amount)
            from (select account, currency, month, amount from block where until_index = :begin
                  union all
                  select account, currency, date_trunc('month', effective_date::timestamp)::date, amount from posting
                  where :begin < :batch and event_index >= :begin and event_index < :batch
                  union all
                  select account, currency, date '1970-01-01' + epoch_day, amount
                  from unnest(?::text[], ?::text[], ?::int[], ?::numeric[]) as batch (account, currency, epoch_day, amount)) part
            group by account, currency, month""";

    private final int blockEvents;
    private final long from;
    private final long to;
    /** By the end of the block, for blocks that end in this batch. */
    private final Map<Long, Map<Key, BigDecimal>> sums = new TreeMap<>();

    /** @param month counted from the year 0, so that neighbours hash apart */
    private record Key(Account account, Currency currency, int month) {

        static Key of(Posting posting) {
            LocalDate date = posting.effectiveDate();
            return new Key(posting.account(), posting.currency(), date.getYear() * 12 + date.getMonthValue() - 1);
        }

        long firstDay() {
            return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1).toEpochDay();
        }
    }

    /** @param from index of the batch's first entry; {@code to} that after its last one */
    Blocks(int blockEvents, long from, long to) {
        this.blockEvents = blockEvents;
        this.from = from;
        this.to = to;
        for (long until = end(from); until <= to; until += blockEvents) {
            sums.put(until, new HashMap<>());
        }
    }

    private long end(long index) {
        return (index / blockEvents + 1) * blockEvents;
    }

    /** Takes a posting of the batch. */
    void add(Posting posting) {
        Map<Key, BigDecimal> block = sums.get(end(posting.index()));
        if (block != null) {
            block.merge(Key.of(posting), posting.amount(), BigDecimal::add);
        }
    }

    /** When all of the batch's postings are in the table. */
    void write(Connection connection) throws SQLException {
        for (Map.Entry<Long, Map<Key, BigDecimal>> block : sums.entrySet()) {
            long until = block.getKey();
            String sql =
                    WRITE.replace(":until", Long.toString(until)).replace(":begin", Long.toString(until - blockEvents))
                            .replace(":batch", Long.toString(from));
            List<Map.Entry<Key, BigDecimal>> batch = List.copyOf(block.getValue().entrySet());
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setArray(1, array(connection, "text", batch, sum -> sum.getKey().account().name()));
                insert.setArray(2, array(connection, "text", batch, sum -> sum.getKey().currency().code()));
                insert.setArray(3, array(connection, "int", batch, sum -> Long.toString(sum.getKey().firstDay())));
                insert.setArray(4, array(connection, "numeric", batch, sum -> sum.getValue().toPlainString()));
                insert.executeUpdate();
            }
        }
    }

    private static java.sql.Array array(Connection connection, String type, List<Map.Entry<Key, BigDecimal>> sums,
            Function<Map.Entry<Key, BigDecimal>, String> column) throws SQLException {
        return connection.createArrayOf(type, sums.stream().map(column).toArray(String[]::new));
    }
}
