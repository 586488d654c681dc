package org.aidledger.app.exchange.iati.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.app.exchange.iati.ActivityId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.intake.ImportRunId;
import org.aidledger.project.ProjectId;

/**
 * Finds who reported a project: its id is a digest of the publisher and the identifier, and its file's import run names the
 * publishers.
 */
final class Publishers {

    private static final int READ_TOGETHER = 10;

    private final EntryReader log;
    private final Catalogue catalogue;
    private final Map<String, List<String>> ofFile = new HashMap<>();

    Publishers(EntryReader log, Catalogue catalogue) {
        this.log = log;
        this.catalogue = catalogue;
    }

    /** Empty when the file named none, or so many that the run does not hold them all. */
    Optional<String> of(ProjectId project, String identifier, String sourceSha256) {
        return ofFile.computeIfAbsent(sourceSha256, this::read).stream()
                .filter(publisher -> ActivityId.projectOf(publisher, identifier).equals(project)).findFirst();
    }

    private List<String> read(String sourceSha256) {
        return log.leavesOf(ImportRunId.of(sourceSha256).value(), 0, READ_TOGETHER).stream()
                .map(leaf -> catalogue.decode(leaf).payload()).filter(FileImported.class::isInstance)
                .flatMap(run -> ((FileImported) run).publishers().stream()).distinct().toList();
    }
}
