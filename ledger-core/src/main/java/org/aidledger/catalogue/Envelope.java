package org.aidledger.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.aidledger.event.MetadataKeys;

/** The members around every payload, in the one order they have. */
final class Envelope {

    private static final byte[] EFFECTIVE_DATE = Literals.of("{\"effectiveDate\":\"");
    private static final byte[] ID = Literals.of("\",\"id\":\"");
    private static final byte[] INDEX = Literals.of("\",\"index\":");
    private static final byte[] METADATA = Literals.of(",\"metadata\":");
    private static final byte[] PAYLOAD = Literals.of(",\"payload\":");
    private static final byte[] RECORDED_AT = Literals.of(",\"recordedAt\":\"");
    private static final byte[] REVISION = Literals.of("\",\"revision\":");
    private static final byte[] STREAM = Literals.of(",\"stream\":");
    private static final byte[] TYPE = Literals.of(",\"type\":");
    private static final byte[] VERSION = Literals.of(",\"version\":");

    private static final int UUID_BYTES = 36;
    private static final int BEFORE_BYTES = 128;
    private static final int BETWEEN_BYTES = 1_024;
    private static final int AFTER_BYTES = 128;

    private Envelope() {
    }

    /** What is around a payload, and where in the leaf that payload is. */
    record Located(LeafHeader header, int payloadFrom, int payloadTo) {
    }

    static byte[] enteredBy(String actor) {
        var member = new CanonicalOutput(2 * actor.length());
        member.string(MetadataKeys.ACTOR);
        member.put(':');
        member.string(actor);
        return member.bytes();
    }

    /** Renders a leaf but for its index and the time it is recorded at. */
    static LeafTemplate template(UUID id, String stream, long version, Map<String, String> metadata, EventType type,
            LocalDate effectiveDate, Consumer<CanonicalOutput> payload) {
        if (version < 0) {
            throw new IllegalArgumentException("a version is not negative: " + version);
        }
        var before = new CanonicalOutput(BEFORE_BYTES);
        before.raw(EFFECTIVE_DATE);
        IsoText.write(effectiveDate, before);
        before.raw(ID);
        before.ascii(id.toString());
        before.raw(INDEX);
        var between = new CanonicalOutput(BETWEEN_BYTES);
        between.raw(METADATA);
        TextMapForm.FORM.write(metadata, between);
        between.raw(PAYLOAD);
        payload.accept(between);
        between.raw(RECORDED_AT);
        var after = new CanonicalOutput(AFTER_BYTES);
        after.raw(REVISION);
        after.integer(type.revision());
        after.raw(STREAM);
        after.string(stream);
        after.raw(TYPE);
        after.string(type.name());
        after.raw(VERSION);
        after.integer(version);
        after.put('}');
        return new LeafTemplate(type.name(), before.bytes(), between.bytes(), after.bytes());
    }

    /** Reads a whole leaf; of the payload it checks only that it is canonical. */
    static Located read(CanonicalInput in) {
        in.expect(EFFECTIVE_DATE);
        LocalDate effectiveDate = IsoText.date(in);
        in.expect(ID);
        UUID id = id(in);
        in.expect(INDEX);
        long index = count(in);
        in.expect(METADATA);
        Map<String, String> metadata = TextMapForm.FORM.read(in);
        in.expect(PAYLOAD);
        int payloadFrom = in.offset();
        in.skip();
        int payloadTo = in.offset();
        in.expect(RECORDED_AT);
        Instant recordedAt = IsoText.instant(in);
        in.expect(REVISION);
        int revision = revision(in);
        in.expect(STREAM);
        String stream = in.string();
        in.expect(TYPE);
        String type = in.string();
        in.expect(VERSION);
        long version = count(in);
        in.expect('}');
        in.expectEnd();
        return new Located(
                new LeafHeader(index, id, stream, version, effectiveDate, recordedAt, type, revision, metadata),
                payloadFrom, payloadTo);
    }

    static int revision(CanonicalInput in) {
        long revision = count(in);
        if (revision > Short.MAX_VALUE) {
            throw in.bad("no event has so many revisions");
        }
        return (int) revision;
    }

    private static long count(CanonicalInput in) {
        long count = in.integer();
        if (count < 0) {
            throw in.bad("expected a number that is not negative");
        }
        return count;
    }

    private static UUID id(CanonicalInput in) {
        String text = in.ascii(UUID_BYTES);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw in.bad("expected a UUID, not " + text);
        }
        throw in.bad("expected a UUID in lower case");
    }
}
