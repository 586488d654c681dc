package org.aidledger.app.exchange.iati.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.iati.export.ExportedProject.Standing;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectId;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.jspecify.annotations.Nullable;

/**
 * Writes projects as an IATI 2.03 activity file, one at a time as they are read: the register says which there are, and each
 * project's own events say the rest, as known and true at the clocks asked for.
 */
public final class IatiExport {

    /** Of IATI's list of organisation types. */
    private static final String OTHER_TYPE = "90";

    private final Projects projects;
    private final EntryReader log;
    private final Catalogue catalogue;

    public IatiExport(Projects projects, EntryReader log, Catalogue catalogue) {
        this.projects = projects;
        this.log = log;
        this.catalogue = catalogue;
    }

    /**
     * Who reports what was registered here and not by a publisher's file.
     *
     * @param ref organisation identifier, for example {@code XM-DAC-46007}
     * @param type of IATI's list of organisation types
     */
    public record Reporter(String ref, String type, String name) {
    }

    /**
     * Writes the file.
     *
     * @param project its id; null for all
     * @param out not closed
     * @return how many activities were written
     */
    public long write(@Nullable String project, Reporter reporter, ExportStamp stamp, OutputStream out)
            throws IOException {
        try {
            return write(project, reporter, stamp, new XmlOut(out));
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the file: " + e.getMessage(), e);
        }
    }

    private long write(@Nullable String project, Reporter reporter, ExportStamp stamp, XmlOut xml)
            throws XMLStreamException {
        for (Map.Entry<String, String> line : stamp.lines().entrySet()) {
            xml.comment(line.getKey() + ": " + line.getValue());
        }
        xml.begin("iati-activities").attribute("version", "2.03").attribute("generated-datetime", time(stamp.made()))
                .line();
        var publishers = new Publishers(log, catalogue);
        long written = 0;
        @Nullable String after = null;
        List<ProjectRow> page;
        do {
            page = project == null ? projects.search("", stamp.asOf().known(), after, Projects.PAGE_MAX)
                    : projects.find(project, stamp.asOf().known()).stream().toList();
            for (ProjectRow row : page) {
                activity(new ProjectId(row.id()), reporter, stamp, publishers, xml);
                after = row.id();
                written++;
            }
            xml.flush();
        } while (project == null && page.size() == Projects.PAGE_MAX);
        xml.end().finish();
        return written;
    }

    private void activity(ProjectId id, Reporter reporter, ExportStamp stamp, Publishers publishers, XmlOut xml)
            throws XMLStreamException {
        ExportedProject project = ExportedProject.read(id, stamp.asOf(), log, catalogue);
        new ActivityWriter(project, reporterOf(project, reporter, publishers), xml).write();
    }

    /** The publisher that reported it, as far as the ledger knows it; of what was registered here, the one given. */
    private static Reporter reporterOf(ExportedProject project, Reporter own, Publishers publishers) {
        String source = project.sourceSha256();
        if (source == null) {
            return own;
        }
        return publishers.of(project.registered().project(), project.registered().code(), source)
                .map(ref -> new Reporter(ref, typeOf(project, ref),
                        Objects.requireNonNullElse(nameOf(project, ref), ref)))
                .orElse(own);
    }

    /** As its transactions say, where they do: the ledger keeps no type of organisations by themselves. */
    private static String typeOf(ExportedProject project, String ref) {
        for (Standing standing : project.standing()) {
            IatiFlow flow = standing.movement().iati();
            Map<String, String> codes = flow == null ? Map.of() : flow.codes();
            for (String side : List.of("provider", "receiver")) {
                Party party = flow == null ? null : side.equals("provider") ? flow.provider() : flow.receiver();
                String type = codes.get(side + "-type");
                if (party != null && ref.equals(party.ref()) && type != null) {
                    return type;
                }
            }
        }
        return OTHER_TYPE;
    }

    private static @Nullable String nameOf(ExportedProject project, String ref) {
        return ActivityWriter.participants(project).stream().filter(one -> ref.equals(one.ref()))
                .map(ActivityWriter.Participant::name).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDateTime() + "Z";
    }
}
