package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class BinaryCopyTest {

    @Test
    void an_amount_comes_back_with_every_digit_it_went_in_with() throws SQLException {
        long seed = System.nanoTime();
        System.out.println("BinaryCopyTest seed " + seed);
        List<BigDecimal> amounts = amounts(new Random(seed));
        try (TestDatabase database = TestDatabase.create(); Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table amount (place bigint, value numeric)");
            try (BinaryCopy copy = new BinaryCopy(connection, "amount")) {
                for (int place = 0; place < amounts.size(); place++) {
                    copy.row(2).put((long) place).put(amounts.get(place));
                }
                copy.finish();
            }
            List<BigDecimal> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select value from amount order by place")) {
                while (row.next()) {
                    read.add(row.getBigDecimal(1));
                }
            }
            assertThat(read).containsExactlyElementsOf(amounts);
            try (ResultSet row = statement.executeQuery("select sum(value) from amount")) {
                row.next();
                assertThat(row.getBigDecimal(1))
                        .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
    }

    /** Round ones, those around every border of the form, and ten thousand of up to forty digits. */
    private static List<BigDecimal> amounts(Random random) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (int scale = 0; scale <= 20; scale++) {
            for (long unscaled : new long[] {0, 1, -1, 9, 10, 9_999, 10_000, -10_001, 99_999_999, 100_000_000,
                Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L, -100_000_000_000_000_000L}) {
                amounts.add(BigDecimal.valueOf(unscaled, scale));
            }
        }
        for (int i = 0; i < 10_000; i++) {
            BigInteger unscaled = new BigInteger(random.nextInt(1, 130), random);
            amounts.add(new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), random.nextInt(25)));
        }
        return amounts;
    }
}
