package org.aidledger.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Remembers where tags were last seen. What it remembers may be behind another node's appends: then the precondition made from
 * it fails, the tag is forgotten and the decision is made again.
 */
public final class CachedTagIndex implements TagIndex {

    private static final long TAGS_MAX = 200_000;

    private final DataSource database;
    private final Cache<Tag, Long> lastSeen = Caffeine.newBuilder().maximumSize(TAGS_MAX).build();

    public CachedTagIndex(DataSource database) {
        this.database = database;
    }

    @Override
    public long lastSeen(Tag tag) {
        Long known = lastSeen.getIfPresent(tag);
        return known == null ? read(tag) : known;
    }

    /** Where a tag was last seen, if that is remembered: nothing is read. */
    public OptionalLong remembered(Tag tag) {
        Long known = lastSeen.getIfPresent(tag);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** Where a tag was last seen, as the database has it now; remembered from then on. */
    public long read(Tag tag) {
        return lastSeen.asMap().merge(tag, select(tag), Math::max);
    }

    private long select(Tag tag) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select index from ledger.tag where tag = ? order by index desc limit 1")) {
            select.setString(1, tag.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read where " + tag + " was last seen", e);
        }
    }

    void appended(Collection<Tag> tags, long lastIndex) {
        tags.forEach(tag -> lastSeen.asMap().merge(tag, lastIndex, Math::max));
    }

    void forget(Collection<Tag> tags) {
        lastSeen.invalidateAll(tags);
    }
}
