package org.aidledger.catalogue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * The leaf of one event, complete but for its place in the log and the time it is recorded at. Those two are known only under
 * the head of the log, where every microsecond counts, so the rest is rendered before.
 */
public final class LeafTemplate {

    /** The most bytes a leaf has: entry bundles of tlog-tiles give its length in 16 bits. */
    public static final int BYTES_MAX = 65_535;

    /** The digits of the largest index: 2^53. */
    private static final int INDEX_DIGITS_MAX = 16;

    private final byte[] before;
    private final byte[] between;
    private final byte[] after;

    /**
     * @param before the leaf up to its index
     * @param between from there to the time it is recorded at
     * @param after the rest
     */
    LeafTemplate(String type, byte[] before, byte[] between, byte[] after) {
        this.before = before;
        this.between = between;
        this.after = after;
        if (bytesMax() > BYTES_MAX) {
            throw new LeafTooLarge(type, bytesMax());
        }
    }

    /** The size of the leaf at the largest index there can be. */
    public int bytesMax() {
        return before.length + INDEX_DIGITS_MAX + between.length + IsoText.INSTANT_BYTES + after.length;
    }

    /**
     * The leaf as it is stored and hashed.
     *
     * @param index from 0 to 2^53
     * @param recordedAt in whole microseconds
     * @throws IllegalArgumentException when one of them is outside these bounds
     */
    public byte[] stamp(long index, Instant recordedAt) {
        if (index < 0) {
            throw new IllegalArgumentException("an index is not negative: " + index);
        }
        var out = new CanonicalOutput(bytesMax());
        out.raw(before);
        out.integer(index);
        out.raw(between);
        IsoText.write(recordedAt, out);
        out.raw(after);
        return out.bytes();
    }

    /** Puts the template away between deciding and appending, for {@link #readFrom}; not a form to keep anything in. */
    public void writeTo(DataOutput out) throws IOException {
        write(before, out);
        write(between, out);
        write(after, out);
    }

    /** Takes up again what {@link #writeTo} put away. */
    public static LeafTemplate readFrom(DataInput in) throws IOException {
        return new LeafTemplate("the event put away", read(in), read(in), read(in));
    }

    private static void write(byte[] part, DataOutput out) throws IOException {
        out.writeShort(part.length);
        out.write(part);
    }

    private static byte[] read(DataInput in) throws IOException {
        byte[] part = new byte[in.readUnsignedShort()];
        in.readFully(part);
        return part;
    }
}
