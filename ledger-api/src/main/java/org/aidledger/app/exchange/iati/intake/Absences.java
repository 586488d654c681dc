package org.aidledger.app.exchange.iati.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aidledger.app.exchange.iati.IatiActivity;
import org.aidledger.app.exchange.iati.IatiLimits;
import org.aidledger.app.exchange.iati.IatiReader;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.Tag;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;

/**
 * What earlier files of a file's publishers had and it does not. It is left standing, since publishers split their files by
 * country and year, and told to whoever imports, who can ask the publisher.
 *
 * @param activities how many
 * @param first of them, in the order they were first imported, at most {@value #LISTED_MAX}
 */
public record Absences(long activities, List<Absent> first) {

    static final int LISTED_MAX = 100;

    public Absences {
        first = List.copyOf(first);
    }

    /**
     * An activity that stands and is not in the file.
     *
     * @param activity its identifier
     * @param project the project it is recorded as
     */
    public record Absent(String activity, String project) {
    }

    /** Carried by the registration of every project that its publisher reported. */
    static Tag reportedBy(IatiActivity activity) {
        IatiActivity.ReportingOrg publisher = activity.reportingOrg();
        String ref = publisher == null ? "" : Objects.requireNonNullElse(publisher.ref(), "");
        return new Tag("reported-by/" + Sha256.hex(ref));
    }

    /** @param before only what was registered by events below this index counts: what there was when the file was imported */
    static Absences of(SourceFile source, IatiLimits limits, EntryReader log, Catalogue catalogue, long before)
            throws IOException {
        Set<ProjectId> had = new HashSet<>();
        Set<Tag> publishers = new LinkedHashSet<>();
        try (InputStream file = source.open()) {
            new IatiReader(limits).read(source.name(), file, activity -> {
                had.add(ReportedProject.idOf(activity));
                publishers.add(reportedBy(activity));
            });
        }
        long count = 0;
        List<Absent> first = new ArrayList<>();
        for (Tag publisher : publishers) {
            for (byte[] leaf : log.leavesTagged(publisher, before)) {
                ProjectRegistered project = (ProjectRegistered) catalogue.decode(leaf).payload();
                if (!had.contains(project.project())) {
                    count++;
                    if (first.size() < LISTED_MAX) {
                        first.add(new Absent(project.code(), project.project().value()));
                    }
                }
            }
        }
        return new Absences(count, first);
    }
}
