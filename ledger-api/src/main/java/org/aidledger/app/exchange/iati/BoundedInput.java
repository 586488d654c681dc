package org.aidledger.app.exchange.iati;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a file's bytes while they are read and stops at a limit, since a stream need not know its length. */
final class BoundedInput extends FilterInputStream {

    private final long bytesMax;
    private long bytes;

    BoundedInput(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws IOException {
        bytes += more;
        if (bytes > bytesMax) {
            throw new TooLong();
        }
    }

    /** The limit was passed. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
