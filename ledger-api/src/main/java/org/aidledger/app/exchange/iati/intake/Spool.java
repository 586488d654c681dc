package org.aidledger.app.exchange.iati.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.LeafTemplate;
import org.aidledger.event.LedgerEvent;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Decided events between the first pass and the append: in a file, so that memory is not bounded by them. Of each only its
 * stream is remembered, and where in the file the events of a stream are.
 */
final class Spool implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Events of one stream that lie together. */
    private record Run(long offset, int events) {
    }

    private final Path file;
    private final OutputStream out;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private final Map<String, List<Run>> runs = new HashMap<>();
    private long offset;
    private int events;

    Spool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    int events() {
        return events;
    }

    boolean holds(String stream) {
        return runs.containsKey(stream);
    }

    /** The events from here on are of this stream. */
    void begin(String stream) {
        runs.computeIfAbsent(stream, name -> new ArrayList<>(1)).add(new Run(offset, 0));
    }

    /** Puts an event at the end; its stream has begun. */
    void add(Draft event, List<Tag> tags) {
        List<Run> ofStream = runs.get(event.stream());
        if (ofStream == null) {
            throw new IllegalStateException("stream " + event.stream() + " has not begun");
        }
        try {
            record.reset();
            write(event, tags, new DataOutputStream(record));
            record.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
        offset += record.size();
        events++;
        Run last = ofStream.removeLast();
        ofStream.add(new Run(last.offset, last.events + 1));
    }

    private static void write(Draft event, List<Tag> tags, DataOutputStream out) throws IOException {
        out.writeUTF(event.stream());
        out.writeLong(event.version());
        out.writeLong(event.id().getMostSignificantBits());
        out.writeLong(event.id().getLeastSignificantBits());
        out.writeUTF(event.type());
        out.writeLong(event.effectiveDate().toEpochDay());
        event.leaf().writeTo(out);
        out.writeByte(tags.size());
        for (Tag tag : tags) {
            out.writeUTF(tag.value());
        }
    }

    private static BulkAppend.Item read(DataInputStream in) throws IOException {
        String stream = in.readUTF();
        long version = in.readLong();
        UUID id = new UUID(in.readLong(), in.readLong());
        String type = in.readUTF();
        LocalDate effectiveDate = LocalDate.ofEpochDay(in.readLong());
        Draft event = new Draft(id, stream, version, type, effectiveDate, LeafTemplate.readFrom(in));
        int count = in.readUnsignedByte();
        List<Tag> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(new Tag(in.readUTF()));
        }
        return new BulkAppend.Item(event, tags);
    }

    /** How many events of a stream there are. */
    int eventsOf(String stream) {
        return runs.getOrDefault(stream, List.of()).stream().mapToInt(Run::events).sum();
    }

    /** Hands over the events of a stream so far, in order, as the catalogue reads them. */
    void replay(String stream, Catalogue catalogue, Consumer<LedgerEvent> reader) {
        try {
            out.flush();
            for (Run run : runs.getOrDefault(stream, List.of())) {
                try (DataInputStream in = open(run.offset)) {
                    for (int i = 0; i < run.events; i++) {
                        byte[] leaf = read(in).event().leaf().stamp(0, Instant.EPOCH);
                        reader.accept(catalogue.decode(leaf).payload());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from " + file, e);
        }
    }

    private DataInputStream open(long from) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(from);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
    }

    /**
     * All events in order, from the first one on; may be called again.
     *
     * @param progress is told of every thousandth, and of the last
     */
    BulkAppend.Items open(ImportProgress progress) {
        try {
            out.flush();
            return new Items(open(0), progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    private final class Items implements BulkAppend.Items {

        private static final int TELL_EVENTS = 1_000;

        private final DataInputStream in;
        private final ImportProgress progress;
        private int read;

        Items(DataInputStream in, ImportProgress progress) {
            this.in = in;
            this.progress = progress;
        }

        @Override
        public BulkAppend.@Nullable Item next() {
            if (read == events) {
                return null;
            }
            try {
                BulkAppend.Item item = Spool.read(in);
                read++;
                if (read % TELL_EVENTS == 0 || read == events) {
                    progress.written(read, events);
                }
                return item;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read from " + file, e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + file, e);
            }
        }
    }
}
