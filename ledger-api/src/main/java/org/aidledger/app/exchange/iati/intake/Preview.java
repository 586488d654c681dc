package org.aidledger.app.exchange.iati.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.aidledger.app.exchange.iati.IatiLimits;
import org.aidledger.app.exchange.iati.IatiReader;
import org.aidledger.app.exchange.iati.IatiReading;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison must know of a file before it begins: when it was made, and how many activities each project has in it. A
 * transaction that one activity of a project lacks has not vanished if another one has it.
 */
final class Preview {

    private final Map<ProjectId, Integer> activitiesLeft = new HashMap<>();
    private final @Nullable String generated;

    private Preview(SourceFile source, IatiLimits limits) throws IOException {
        try (InputStream file = source.open()) {
            IatiReading end = new IatiReader(limits).read(source.name(), file,
                    activity -> activitiesLeft.merge(ReportedProject.idOf(activity), 1, Integer::sum));
            // A file that cannot be read to its end is refused by whoever reads it next.
            generated = end instanceof IatiReading.Complete complete ? complete.header().generatedDatetime() : null;
        }
        activitiesLeft.values().removeIf(count -> count == 1);
    }

    static Preview of(SourceFile source, IatiLimits limits) throws IOException {
        return new Preview(source, limits);
    }

    /** When the file was made, as it says itself. */
    @Nullable
    String generated() {
        return generated;
    }

    /** Counts one activity of a project off. */
    boolean isLastOf(ProjectId project) {
        Integer left = activitiesLeft.computeIfPresent(project, (id, count) -> count - 1);
        return left == null || left == 0;
    }
}
