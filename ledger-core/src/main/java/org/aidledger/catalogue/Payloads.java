package org.aidledger.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.event.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the payloads of all events, and reads them in any revision they were ever written in. */
final class Payloads {

    private static final String EFFECTIVE_DATE = "effectiveDate";
    private static final byte[] NESTED_PAYLOAD = Literals.of("{\"payload\":");
    private static final byte[] NESTED_REVISION = Literals.of(",\"revision\":");
    private static final byte[] NESTED_TYPE = Literals.of(",\"type\":");
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How one type is written.
     *
     * @param own its payload in its own leaf, where the envelope has the effective date
     * @param nested its payload within another event
     */
    private record Kind(EventType type, RecordForm own, RecordForm nested) {
    }

    private final Map<String, Kind> byName = new HashMap<>();
    private final Map<Class<?>, Kind> byClass = new HashMap<>();

    /** @throws IllegalArgumentException when a name or a class comes twice, or a payload has no form */
    Payloads(List<EventType> types) {
        var forms = new Forms(new Nested());
        for (EventType type : types) {
            Class<? extends Record> event = type.event().asSubclass(Record.class);
            var kind = new Kind(type, RecordForm.without(EFFECTIVE_DATE, event, forms), RecordForm.whole(event, forms));
            if (byName.put(type.name(), kind) != null || byClass.put(event, kind) != null) {
                throw new IllegalArgumentException(type + " is in the catalogue twice");
            }
        }
    }

    EventType type(Class<? extends LedgerEvent> event) {
        return kind(event).type;
    }

    RecordForm form(EventType type) {
        return kind(type.event()).own;
    }

    private Kind kind(Class<? extends LedgerEvent> event) {
        Kind kind = byClass.get(event);
        if (kind == null) {
            throw new IllegalArgumentException(event.getName() + " is not in the catalogue");
        }
        return kind;
    }

    private Kind kind(String type, CanonicalInput in) {
        Kind kind = byName.get(type);
        if (kind == null) {
            throw in.bad("the catalogue has no event " + type + "; was it written by a newer version?");
        }
        return kind;
    }

    /** The payload of an event in its own leaf. */
    void write(LedgerEvent event, CanonicalOutput out) {
        kind(event.getClass()).own.write(event, out);
    }

    /** The payload of an event in its own leaf, of which the header has been read. */
    LedgerEvent read(Envelope.Located leaf, CanonicalInput in) {
        LeafHeader header = leaf.header();
        in.seek(leaf.payloadFrom());
        Kind kind = kind(header.type(), in);
        return read(kind, header.revision(), header.effectiveDate(), in, leaf.payloadTo());
    }

    /** @param effectiveDate the envelope's, or null when the payload is nested and has its own */
    private static LedgerEvent read(Kind kind, int revision, @Nullable LocalDate effectiveDate, CanonicalInput in,
            int payloadTo) {
        int newest = kind.type.revision();
        if (revision > newest) {
            throw in.bad("revision " + revision + " of " + kind.type.name() + " was written by a newer version");
        }
        RecordForm form = effectiveDate == null ? kind.nested : kind.own;
        if (revision == newest) {
            return (LedgerEvent) form.read(in, effectiveDate);
        }
        var upcast = new CanonicalInput(upcast(kind.type, revision, in.slice(in.offset(), payloadTo)));
        try {
            var event = (LedgerEvent) form.read(upcast, effectiveDate);
            upcast.expectEnd();
            return event;
        } catch (UnreadableLeaf notUpcast) {
            throw in.bad(
                    "upcast from revision " + revision + " of " + kind.type.name() + ", " + notUpcast.getMessage());
        }
    }

    private static byte[] upcast(EventType type, int revision, byte[] payload) {
        var tree = (ObjectNode) JSON.readTree(payload);
        for (Upcaster next : type.upcasters().subList(revision, type.revision())) {
            tree = next.upcast(tree);
        }
        return CanonicalJson.bytes(tree);
    }

    /** An event within another: its type and revision are beside its payload. */
    private final class Nested implements Form<LedgerEvent> {

        @Override
        public void write(LedgerEvent event, CanonicalOutput out) {
            Kind kind = kind(event.getClass());
            out.raw(NESTED_PAYLOAD);
            kind.nested.write(event, out);
            out.raw(NESTED_REVISION);
            out.integer(kind.type.revision());
            out.raw(NESTED_TYPE);
            out.string(kind.type.name());
            out.put('}');
        }

        @Override
        public LedgerEvent read(CanonicalInput in) {
            in.expect(NESTED_PAYLOAD);
            int payloadFrom = in.offset();
            in.skip();
            int payloadTo = in.offset();
            in.expect(NESTED_REVISION);
            int revision = Envelope.revision(in);
            in.expect(NESTED_TYPE);
            Kind kind = kind(in.string(), in);
            in.expect('}');
            int end = in.offset();
            in.seek(payloadFrom);
            LedgerEvent event = Payloads.read(kind, revision, null, in, payloadTo);
            in.seek(end);
            return event;
        }

        @Override
        public String description() {
            return "event: its payload with effectiveDate, revision and type";
        }
    }
}
