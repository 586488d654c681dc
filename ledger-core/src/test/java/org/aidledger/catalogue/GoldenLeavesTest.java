package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** History cannot change: a leaf once written is written and read the same for ever. */
class GoldenLeavesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    @Test
    void every_event_is_written_as_in_its_golden_file() throws IOException {
        var samples = SampleEvents.leaves();
        assertThat(samples.keySet()).as("a sample of every event")
                .containsExactlyElementsOf(Catalogue.ledger().types().stream().map(EventType::name).toList());
        for (EventType type : Catalogue.ledger().types()) {
            Path file = file(type, type.revision());
            String leaf = new String(samples.get(type.name()), UTF_8);
            assertThat(file).as("add this file of one line, and never change it again:%n%s", leaf).exists();
            assertThat(Files.readString(file))
                    .as("%s. An event that is written differently needs a new revision and an "
                            + "upcaster, and a new file; this one stays", file)
                    .isEqualTo(leaf + "\n");
        }
    }

    @Test
    void every_revision_there_ever_was_is_still_read() throws IOException {
        for (EventType type : Catalogue.ledger().types()) {
            for (int revision = 0; revision <= type.revision(); revision++) {
                byte[] leaf = Files.readString(file(type, revision)).stripTrailing().getBytes(UTF_8);
                assertThatCode(() -> Catalogue.ledger().decode(leaf)).doesNotThrowAnyException();
                assertThat(Catalogue.header(leaf).revision()).isEqualTo(revision);
                assertThat(Catalogue.header(leaf).type()).isEqualTo(type.name());
            }
        }
    }

    @Test
    void there_is_no_golden_file_of_an_event_the_catalogue_has_lost() throws IOException {
        List<Path> expected = new ArrayList<>();
        for (EventType type : Catalogue.ledger().types()) {
            for (int revision = 0; revision <= type.revision(); revision++) {
                expected.add(file(type, revision));
            }
        }
        try (var files = Files.list(FOLDER)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Each sample has every component, so that every component's spelling is pinned. */
    @Test
    void the_samples_leave_nothing_out() {
        for (var sample : SampleEvents.leaves().entrySet()) {
            EventType type = Catalogue.ledger().type(sample.getKey());
            for (RecordForm.Part part : Catalogue.ledger().form(type).parts()) {
                assertThat(new String(sample.getValue(), UTF_8)).as(type.name()).contains("\"" + part.name() + "\":");
            }
        }
    }

    private static Path file(EventType type, int revision) {
        return FOLDER.resolve(type.name() + "-" + revision + ".json");
    }
}
