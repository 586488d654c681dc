package org.aidledger.app.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.aidledger.testing.TestDatabase;

/** A wire to PostgreSQL on which it says, as it greets, that it is of another version; all else passes as it is. */
public final class OtherVersion implements AutoCloseable {

    private static final byte[] BEFORE_IT = "server_version\0".getBytes(US_ASCII);

    private final TestDatabase database;
    private final byte[] major;
    private final ServerSocket listening;

    private OtherVersion(TestDatabase database, String major) throws IOException {
        this.database = database;
        this.major = major.getBytes(US_ASCII);
        this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** @param major of two digits, as the real one has */
    public static OtherVersion of(TestDatabase database, String major) throws IOException {
        return new OtherVersion(database, major);
    }

    /** The database's address over this wire. */
    public String url() {
        return database.url().replace(":" + database.port() + "/", ":" + listening.getLocalPort() + "/");
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket("127.0.0.1", database.port());
                Thread.ofVirtual().start(() -> pass(client, server, OtherVersion::unchanged));
                Thread.ofVirtual().start(() -> pass(server, client, this::changed));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private interface Passing {
        void pass(InputStream in, OutputStream out) throws IOException;
    }

    private static void pass(Socket from, Socket to, Passing passing) {
        try (from; to) {
            passing.pass(from.getInputStream(), to.getOutputStream());
        } catch (IOException endOfConversation) {
            // the other direction notices by its closed socket
        }
    }

    private static void unchanged(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
    }

    private void changed(InputStream from, OutputStream out) throws IOException {
        InputStream in = new BufferedInputStream(from);
        int matched = 0;
        while (matched < BEFORE_IT.length) {
            int one = in.read();
            if (one < 0) {
                return;
            }
            out.write(one);
            matched = one == BEFORE_IT[matched] ? matched + 1 : one == BEFORE_IT[0] ? 1 : 0;
        }
        in.skipNBytes(major.length);
        out.write(major);
        in.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
