package org.aidledger.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aidledger.testing.TestDatabase.Role;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The network between a client and PostgreSQL, which loses one connection at a chosen step. A step is one message of the
 * protocol, in either direction, counted from the moment the loss is arranged.
 */
public final class FaultyWire implements AutoCloseable {

    /** After how many seconds without an answer a client on this wire gives its connection up. */
    public static final int CLIENT_PATIENCE_SECONDS = 1;

    /** How a connection is lost at a message. */
    public enum Loss {
        /** Both ends see it closed; the message did not arrive. */
        CUT_BEFORE,
        /** Both ends see it closed; half of the message arrived. */
        CUT_WITHIN,
        /** Both ends see it closed; the message arrived. */
        CUT_AFTER,
        /** Neither end sees anything: this message and all later ones are held back. */
        SILENCE
    }

    private record Plan(int step, Loss loss, boolean staysDown) {
    }

    private final TestDatabase database;
    private final ServerSocket listening;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch release = new CountDownLatch(1);
    private volatile @Nullable Plan plan;
    private volatile boolean down;

    public FaultyWire(TestDatabase database) throws IOException {
        this.database = database;
        this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** Connections over this wire, one new connection at each call, set up as the application does. */
    public DataSource dataSource(Role role) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url().replace(":" + database.port() + "/", ":" + listening.getLocalPort() + "/"));
        source.setUser(database.user(role));
        source.setPassword(database.password(role));
        source.setSslMode("disable");
        source.setPrepareThreshold(1);
        source.setConnectTimeout(CLIENT_PATIENCE_SECONDS);
        source.setSocketTimeout(CLIENT_PATIENCE_SECONDS);
        return source;
    }

    /** Counts steps from 0 again, and takes back what was arranged and has not happened. */
    public void loseNothing() {
        plan = null;
        steps.set(0);
    }

    /** How many messages went by since {@link #loseNothing} or {@link #lose}. */
    public int steps() {
        return steps.get();
    }

    /** The connection whose message is the given step from now, counted from 0, is lost; the ones after it are not. */
    public void lose(int step, Loss loss) {
        steps.set(0);
        plan = new Plan(step, loss, false);
    }

    /** Whether what was arranged has happened. */
    public boolean hasLost() {
        return plan == null;
    }

    /** What was held back by silence goes on its way after all. */
    public void release() {
        release.countDown();
        release = new CountDownLatch(1);
    }

    /** The connection is cut before the given step, and no new one comes about until {@link #repair}. */
    public void loseUntilRepaired(int step) {
        steps.set(0);
        plan = new Plan(step, Loss.CUT_BEFORE, true);
    }

    /** New connections come about again. */
    public void repair() {
        down = false;
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = listening.accept();
                if (down) {
                    client.close();
                    continue;
                }
                Socket server = new Socket("127.0.0.1", database.port());
                for (Socket socket : List.of(client, server)) {
                    socket.setTcpNoDelay(true);
                    sockets.add(socket);
                }
                new Link(client, server).open();
            } catch (IOException e) {
                if (closed.getCount() > 0) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** One connection: the two ends, and what holds both directions back once it has gone silent. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile @Nullable CountDownLatch silence;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void open() {
            Thread.ofVirtual().start(() -> forward(client, server, true));
            Thread.ofVirtual().start(() -> forward(server, client, false));
        }

        private void forward(Socket from, Socket to, boolean beginsWithStartup) {
            try (from; to) {
                try {
                    var in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
                    var out = new BufferedOutputStream(to.getOutputStream());
                    if (beginsWithStartup) {
                        out.write(message(in, false));
                        out.flush();
                    }
                    while (pass(message(in, true), out)) {
                        // until one of the ends closes, or the connection is lost
                    }
                } finally {
                    awaitSilence();
                }
            } catch (IOException | InterruptedException endOfConversation) {
                // the other direction notices by its closed socket
            }
        }

        /** The end of one direction must not show either while the connection is silent. */
        private void awaitSilence() throws InterruptedException {
            CountDownLatch over = silence;
            if (over != null) {
                over.await();
            }
        }

        private boolean pass(byte[] message, OutputStream out) throws IOException, InterruptedException {
            Loss loss = lossNow();
            if (loss == Loss.SILENCE) {
                silence = release;
            }
            awaitSilence();
            if (loss == Loss.CUT_BEFORE) {
                return false;
            }
            out.write(message, 0, loss == Loss.CUT_WITHIN ? message.length / 2 : message.length);
            out.flush();
            return loss == null || loss == Loss.SILENCE;
        }
    }

    private @Nullable Loss lossNow() {
        int step = steps.getAndIncrement();
        Plan arranged = plan;
        if (arranged == null || step != arranged.step) {
            return null;
        }
        down = arranged.staysDown;
        plan = null;
        return arranged.loss;
    }

    /** A message of the protocol: its type, except in the first one of all, its length and the rest. */
    private static byte[] message(DataInputStream in, boolean hasType) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var copy = new DataOutputStream(bytes);
        if (hasType) {
            copy.writeByte(in.readByte());
        }
        int length = in.readInt();
        copy.writeInt(length);
        copy.write(in.readNBytes(length - Integer.BYTES));
        return bytes.toByteArray();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        release();
        sockets.forEach(FaultyWire::close);
    }
}
