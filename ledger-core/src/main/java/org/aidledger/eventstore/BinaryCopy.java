package org.aidledger.eventstore;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Rows on their way into a table by PostgreSQL's binary COPY. Not complete before {@link #finish}; closing before that gives
 * the whole COPY up.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long EPOCH_SECONDS = 946_684_800L; // 2000-01-01T00:00:00Z, PostgreSQL's zero
    private static final long EPOCH_DAYS = 10_957L; // 2000-01-01

    /** Decimal digits in one digit of PostgreSQL's {@code numeric}. */
    private static final int NUMERIC_DIGITS = 4;
    private static final int NUMERIC_BASE = 10_000;
    private static final int NUMERIC_NEGATIVE = 0x4000;
    private static final long[] POWERS = {1, 10, 100, 1_000};
    /** As many decimal digits fit in a long, whichever they are. */
    private static final int LONG_DIGITS = 18;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** @param table the table and its columns, for example {@code ledger.tag (tag, index)} */
    public BinaryCopy(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns, whose values follow in order. */
    public BinaryCopy row(int columns) throws SQLException {
        if (buffer.position() > buffer.capacity() / 2) {
            flush();
        }
        room(2).putShort((short) columns);
        return this;
    }

    public BinaryCopy put(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public BinaryCopy putSmall(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    public BinaryCopy put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text for readers, where there is any; U+0000, the one character that PostgreSQL's text cannot hold, becomes U+FFFD. */
    public BinaryCopy putText(@Nullable String text) {
        return text == null ? putNull() : put(text.replace('\0', '\uFFFD'));
    }

    /** A {@code numeric}, with all its digits. */
    public BinaryCopy put(BigDecimal amount) {
        int fraction = (amount.scale() + NUMERIC_DIGITS - 1) / NUMERIC_DIGITS;
        int padding = fraction * NUMERIC_DIGITS - amount.scale();
        return amount.scale() >= 0 && amount.scale() <= LONG_DIGITS && amount.precision() + padding <= LONG_DIGITS
                ? putShort(amount, fraction, padding)
                : put(ByteConverter.numeric(amount));
    }

    /**
     * An amount that fits in a long, in the form of PostgreSQL's {@code numeric_recv}: how many digits of base 10,000, the power of
     * the first, the sign, the decimal places, the digits. The driver's own way takes big integers apart, which is a sixth of
     * what a rebuild costs.
     */
    private BinaryCopy putShort(BigDecimal amount, int fraction, int padding) {
        long rest = amount.unscaledValue().longValue();
        boolean negative = rest < 0;
        rest = Math.abs(rest) * POWERS[padding];
        int digits = 0;
        for (long left = rest; left > 0; left /= NUMERIC_BASE) {
            digits++;
        }
        ByteBuffer to = room(12 + digits * 2);
        to.putInt(8 + digits * 2).putShort((short) digits).putShort((short) (digits - fraction - 1))
                .putShort((short) (negative ? NUMERIC_NEGATIVE : 0)).putShort((short) amount.scale());
        for (int place = to.position() + (digits - 1) * 2; rest > 0; place -= 2, rest /= NUMERIC_BASE) {
            to.putShort(place, (short) (rest % NUMERIC_BASE));
        }
        to.position(to.position() + digits * 2);
        return this;
    }

    public BinaryCopy put(byte[] bytes) {
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    public BinaryCopy put(UUID id) {
        room(20).putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy put(LocalDate date) {
        room(8).putInt(4).putInt(Math.toIntExact(date.toEpochDay() - EPOCH_DAYS));
        return this;
    }

    /** With microseconds; finer digits are cut. */
    public BinaryCopy put(Instant time) {
        return put((time.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + time.getNano() / 1_000);
    }

    public BinaryCopy putNull() {
        room(4).putInt(-1);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Completes the COPY; says how many rows went in. */
    public long finish() throws SQLException {
        room(2).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
