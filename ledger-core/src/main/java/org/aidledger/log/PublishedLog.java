package org.aidledger.log;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aidledger.eventstore.DatabaseHashes;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.InclusionProof;
import org.aidledger.tlog.MerkleTree;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TiledHashes;

/** Tiles and entry bundles as C2SP tlog-tiles serves them; immutable once served. */
public final class PublishedLog {

    private final DataSource database;
    private final EntryReader reader;

    public PublishedLog(DataSource database) {
        this.database = database;
        this.reader = new EntryReader(database);
    }

    /** The bytes at a path such as {@code tile/0/x001/234.p/5}; empty when the log is not that long yet. */
    public Optional<byte[]> tile(TilePath path) {
        if (path.width() == 0 || !path.isWithin(reader.size())) {
            return Optional.empty();
        }
        return Optional.of(path.isEntries() ? bundle(path) : hashes(path));
    }

    /** The root of the log when it held {@code size} events; reads at most one tile a level. */
    public Hash root(long size) {
        try (Connection connection = database.getConnection()) {
            return new MerkleTree(new DatabaseHashes(connection)).root(size);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tree of size " + size + ": " + e.getMessage(), e);
        }
    }

    /**
     * The proof that the event at {@code index} is in the log of {@code size} events.
     *
     * @throws IllegalArgumentException when there is no such event in it
     */
    public InclusionProof inclusion(long index, long size) {
        try (Connection connection = database.getConnection()) {
            return new MerkleTree(new DatabaseHashes(connection)).inclusion(index, size);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tree of size " + size + ": " + e.getMessage(), e);
        }
    }

    /**
     * The proofs of several events in one tree, in the order asked for; a tile is read once where the indices ascend.
     *
     * @throws IllegalArgumentException when one of them is not in a log of that size
     */
    public void inclusions(Iterable<Long> indices, long size, Consumer<InclusionProof> reader) {
        try (Connection connection = database.getConnection()) {
            DatabaseHashes hashes = new DatabaseHashes(connection);
            MerkleTree tree = new MerkleTree(new TiledHashes(size,
                    path -> hashes.hashes(path.level(), path.first(), path.first() + path.width())));
            for (long index : indices) {
                reader.accept(tree.inclusion(index, size));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tree of size " + size + ": " + e.getMessage(), e);
        }
    }

    /**
     * The proof that the log of {@code from} events is the beginning of the log of {@code to} events.
     *
     * @throws IllegalArgumentException when {@code from} is larger than {@code to}
     */
    public ConsistencyProof consistency(long from, long to) {
        try (Connection connection = database.getConnection()) {
            return new MerkleTree(new DatabaseHashes(connection)).consistency(from, to);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tree of size " + to + ": " + e.getMessage(), e);
        }
    }

    private byte[] hashes(TilePath path) {
        try (Connection connection = database.getConnection()) {
            return new DatabaseHashes(connection).hashes(path.level(), path.first(), path.first() + path.width());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read tile " + path + ": " + e.getMessage(), e);
        }
    }

    private byte[] bundle(TilePath path) {
        List<byte[]> leaves = reader.leaves(path.first(), path.width());
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            bundle.write(leaf.length >> 8);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return bundle.toByteArray();
    }
}
