package org.aidledger.eventstore;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work asks of the append that ends it: the tags its events carry, the preconditions they rest on and the
 * idempotency key they answer. The append happens only if every precondition still holds at the head of the log.
 */
public final class AppendTerms implements Terms {

    /** Command metadata under which whoever sends a command hands its terms in, to read the result from them afterwards. */
    public static final String RESOURCE = AppendTerms.class.getName();

    private final Set<Tag> tags = new LinkedHashSet<>();
    private final Map<Tag, Long> preconditions = new LinkedHashMap<>();
    private final Set<NotActed> notActed = new LinkedHashSet<>();
    private @Nullable IdempotencyKey key;
    private @Nullable AppendResult result;
    private long lastVersion = -1;

    /** The terms of the current unit of work. */
    public static AppendTerms current() {
        return of(CurrentUnitOfWork.get());
    }

    static AppendTerms of(UnitOfWork<?> work) {
        return work.root().getMessage().getMetaData().get(RESOURCE) instanceof AppendTerms given ? given
                : work.root().getOrComputeResource(RESOURCE, name -> new AppendTerms());
    }

    /** Every event of this unit of work carries the tag. */
    @Override
    public void tag(Tag tag) {
        tags.add(tag);
    }

    @Override
    public void require(Tag tag, long lastSeen) {
        preconditions.merge(tag, lastSeen, Math::min);
    }

    /**
     * The append is refused when the actor has entered something in this other stream after a version.
     *
     * @param since of the last event that was seen, -1 when there was none
     */
    public void requireNotActed(String stream, long since, String actor) {
        notActed.add(new NotActed(stream, since, actor));
    }

    /** The append answers this key, once and for ever. */
    public void answers(IdempotencyKey key) {
        this.key = key;
    }

    /** Where the unit of work's events are, once it is committed; null when it had none. */
    public @Nullable AppendResult result() {
        return result;
    }

    /** Version of the last event appended, in its stream; -1 when there was none. */
    public long lastVersion() {
        return lastVersion;
    }

    void appended(AppendResult where, long version) {
        result = where;
        lastVersion = version;
    }

    Set<Tag> tags() {
        return tags;
    }

    Map<Tag, Long> preconditions() {
        return preconditions;
    }

    Set<NotActed> notActed() {
        return notActed;
    }

    @Nullable
    IdempotencyKey key() {
        return key;
    }
}
