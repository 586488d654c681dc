package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reference is drawn from the catalogue; {@code -Daidledger.docs.write=true} draws it anew. */
class EventReferenceTest {

    private static final JsonMapper READABLE = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String INTRODUCTION = """
            # Events

            Every event the ledger knows, as it is stored for ever. This page is drawn from the event catalogue by a test
            (`mvn -pl ledger-core test -Dtest=EventReferenceTest -Daidledger.docs.write=true`) and compared with it by every
            build; do not edit it.

            ## The leaf

            An event is stored, hashed and proved as one line of bytes, its leaf: JSON in the canonical form of RFC 8785 (no
            white space, names sorted, one spelling of every text and number), in UTF-8, at most %d bytes. The examples
            below are indented for reading; the bytes themselves are in `ledger-core/src/test/resources/golden/`.

            | Member | Type | Meaning |
            |---|---|---|
            | `effectiveDate` | date | when it was true |
            | `id` | UUID, lower case | the event's own id |
            | `index` | whole number | place in the log, dense from 0 |
            | `metadata` | texts by name | who, why and from where: `actor`, `way`, `bookingPeriod`, `reason`, `channel`, `sourceSha256`, `sourceName`, `sourceLine` |
            | `payload` | object | the business facts, below |
            | `recordedAt` | instant: UTC with six digits of a second, `2026-03-31T09:26:53.589793Z` | when the ledger learned it; never decreasing along the log |
            | `revision` | whole number | the revision of the payload |
            | `stream` | text | the project, inspection or import run it belongs to |
            | `type` | text | the event's name; it never changes |
            | `version` | whole number | place in the stream, dense from 0 |

            Amounts and other decimals are strings and keep the digits they came with. Dates are `2026-03-31`. Whole numbers
            are at most 2^53, so that every program reads the same one. What is not known is left out, never `null`.
            A payload does not repeat the `effectiveDate` of its leaf. An event within an event (what a correction reverses
            and re-enters) is an object of `payload`, `revision` and `type`, and its payload has an `effectiveDate` of its own.

            A payload of an older revision is turned into the newest when it is read; the stored bytes stay as they are.
            """;

    private final StringBuilder page = new StringBuilder();
    private final Map<Class<?>, Form<?>> values = new TreeMap<>(Comparator.comparing(Class::getSimpleName));

    @Test
    void the_reference_says_what_the_catalogue_says() throws IOException {
        Path file = Path.of(System.getProperty("aidledger.root"), "docs", "reference", "events.md");
        String reference = reference();
        if (Boolean.getBoolean("aidledger.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, reference);
        }
        assertThat(file).content(UTF_8)
                .as("stale; draw it anew with -Dtest=EventReferenceTest -Daidledger.docs.write=true")
                .isEqualTo(reference);
    }

    private String reference() {
        page.append(INTRODUCTION.formatted(LeafTemplate.BYTES_MAX));
        index();
        var leaves = SampleEvents.leaves();
        for (EventType type : Catalogue.ledger().types()) {
            RecordForm form = Catalogue.ledger().form(type);
            SourceNotes notes = SourceNotes.of(type.event());
            assertThat(notes.text()).as("a sentence about %s", type.event()).isNotEmpty();
            page.append("\n## ").append(type.name()).append("\n\nRevision ").append(type.revision()).append(". ")
                    .append(notes.text()).append("\n\n");
            table(form, notes);
            page.append("\n```json\n").append(READABLE.writeValueAsString(READABLE.readTree(leaves.get(type.name()))))
                    .append("\n```\n");
        }
        page.append("\n## Values\n");
        values.forEach((type, form) -> {
            SourceNotes notes = SourceNotes.of(type);
            page.append("\n### ").append(type.getSimpleName()).append("\n\n").append(notes.text()).append("\n\n");
            if (form instanceof RecordForm record) {
                table(record, notes);
            } else {
                page.append("Written as ").append(form.description()).append(": ")
                        .append(String.join(", ", notes.components().values())).append(".\n");
            }
        });
        return page.toString();
    }

    private void index() {
        page.append("\n| Event | Revision | What happened |\n|---|---|---|\n");
        for (EventType type : Catalogue.ledger().types()) {
            String text = SourceNotes.of(type.event()).text();
            String sentence = text.contains(". ") ? text.substring(0, text.indexOf(". ") + 1) : text;
            page.append("| [`").append(type.name()).append("`](#").append(anchor(type.name())).append(") | ")
                    .append(type.revision()).append(" | ").append(sentence).append(" |\n");
        }
    }

    private void table(RecordForm form, SourceNotes notes) {
        page.append("| Member | Type | Optional | Meaning |\n|---|---|---|---|\n");
        for (RecordForm.Part part : form.parts()) {
            page.append("| `").append(part.name()).append("` | ").append(type(part.form())).append(" | ")
                    .append(part.optional() ? "yes" : "").append(" | ")
                    .append(notes.components().getOrDefault(part.name(), "").replace("|", "\\|")).append(" |\n");
        }
    }

    private String type(Form<?> form) {
        return switch (form) {
            case ListForm<?>(var element) -> "list of " + type(element);
            case RecordForm value -> {
                // Values within values are found too; an event's own forms never come here.
                if (values.put(value.type(), value) == null) {
                    value.parts().forEach(part -> type(part.form()));
                }
                yield link(value.type());
            }
            case BareForm value -> {
                values.put(value.type(), value);
                yield link(value.type());
            }
            default -> form.description();
        };
    }

    private static String link(Class<?> type) {
        return "[" + type.getSimpleName() + "](#" + anchor(type.getSimpleName()) + ")";
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
