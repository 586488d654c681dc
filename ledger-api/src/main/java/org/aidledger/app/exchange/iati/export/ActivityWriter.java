package org.aidledger.app.exchange.iati.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.iati.export.ExportedProject.Standing;
import org.aidledger.app.exchange.iati.export.IatiExport.Reporter;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** Writes one project as an activity: its elements in the order that the schema of IATI 2.03 has them. */
final class ActivityWriter {

    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String EXTENDING = "3";
    private static final String IMPLEMENTING = "4";

    private final ExportedProject project;
    private final ProjectRegistered registered;
    private final Reporter reporter;
    private final XmlOut xml;

    ActivityWriter(ExportedProject project, Reporter reporter, XmlOut xml) {
        this.project = project;
        this.registered = project.registered();
        this.reporter = reporter;
        this.xml = xml;
    }

    /** Who takes part. */
    record Participant(String role, @Nullable String ref, @Nullable String name) {
    }

    void write() throws XMLStreamException {
        xml.begin("iati-activity").line();
        xml.begin("iati-identifier").text(registered.code()).end();
        xml.begin("reporting-org").attribute("ref", reporter.ref()).attribute("type", reporter.type())
                .narrative(reporter.name(), null).end();
        titles("title", null);
        titles("description", "1");
        participants();
        xml.coded("activity-status", "code", project.status());
        dates();
        for (SectorShare sector : sectors()) {
            xml.begin("sector").attribute("vocabulary", sector.vocabulary()).attribute("code", sector.code())
                    .attribute("percentage", sector.percent() == null ? null : sector.percent().toPlainString()).end();
        }
        for (Standing standing : project.standing()) {
            ReportedRow row = ReportedRow.of(standing);
            if (row != null) {
                transaction(row);
            }
        }
        xml.end();
    }

    /** The ledger keeps no description of its own, and the standard wants one: the title says it. */
    private void titles(String element, @Nullable String type) throws XMLStreamException {
        String vi = project.amended("titleVi", registered.titleVi());
        String en = project.amended("titleEn", registered.titleEn());
        xml.begin(element).attribute("type", type).narrative(vi, "vi").narrative(en, languageOfOther());
        if (vi == null && en == null) {
            xml.narrative(registered.code(), null);
        }
        xml.end();
    }

    private List<SectorShare> sectors() {
        String asRegistered = SectorShare.text(registered.sectors());
        String amended = project.amended("sectors", asRegistered);
        if (amended == null) {
            return List.of();
        }
        return amended.equals(asRegistered) ? registered.sectors() : SectorShare.parse(amended);
    }

    /** What was entered here is English; a publisher's first language is not recorded. */
    private @Nullable String languageOfOther() {
        return project.sourceSha256() == null ? "en" : null;
    }

    /** The roles from which an import reads whose books these are are among them. */
    private void participants() throws XMLStreamException {
        List<Participant> all = new ArrayList<>(participants(project));
        // An import tells whose books these are by the reporter's role; an owner is told by whichever it has.
        boolean isOwner = registered.perspective() == Perspective.OWNER;
        boolean hasRole = all.stream()
                .anyMatch(one -> reporter.ref().equals(one.ref) && (isOwner || one.role.equals(role())));
        if (!hasRole) {
            all.add(new Participant(role(), reporter.ref(), reporter.name()));
        }
        for (Participant one : all) {
            xml.begin("participating-org").attribute("ref", one.ref).attribute("role", one.role)
                    .narrative(one.name, null).end();
        }
    }

    private String role() {
        return switch (registered.perspective()) {
            case DONOR -> FUNDING;
            case INTERMEDIARY -> EXTENDING;
            case OWNER -> IMPLEMENTING;
        };
    }

    static List<Participant> participants(ExportedProject project) {
        ProjectRegistered registered = project.registered();
        List<Participant> all = new ArrayList<>();
        registered.donors().forEach(donor -> all.add(new Participant(FUNDING, donor.ref(), donor.name())));
        add(project, ACCOUNTABLE, "managingAgency", registered.managingAgency(), all);
        add(project, IMPLEMENTING, "aidOwner", registered.aidOwner(), all);
        return all;
    }

    private static void add(ExportedProject project, String role, String field, @Nullable Party party,
            List<Participant> all) {
        String ref = project.amended(field + ".ref", party == null ? null : party.ref());
        String name = project.amended(field + ".name", party == null ? null : party.name());
        if (ref != null || name != null) {
            all.add(new Participant(role, ref, name));
        }
    }

    private void dates() throws XMLStreamException {
        String start = project.amended("plannedStart", text(registered.plannedStart()));
        String end = project.amended("plannedEnd", text(registered.plannedEnd()));
        date("1", start);
        if (start == null && end == null) {
            date("2", text(registered.effectiveDate()));
        }
        date("3", end);
    }

    private void date(String type, @Nullable String date) throws XMLStreamException {
        if (date != null) {
            xml.begin("activity-date").attribute("type", type).attribute("iso-date", date).end();
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private void transaction(ReportedRow row) throws XMLStreamException {
        Map<String, String> fields = row.fields();
        xml.begin("transaction").attribute("ref", fields.get("ref"))
                .attribute("humanitarian", fields.get("codes.humanitarian")).line();
        xml.coded("transaction-type", "code", row.type());
        xml.coded("transaction-date", "iso-date", row.date().toString());
        xml.begin("value").attribute("currency", row.currency()).attribute("value-date", row.valueDate().toString())
                .text(row.value().toPlainString()).end();
        if (fields.containsKey("description")) {
            xml.begin("description").narrative(fields.get("description"), null).end();
        }
        party("provider", fields);
        party("receiver", fields);
        xml.coded("disbursement-channel", "code", fields.get("codes.disbursement-channel"));
        listed("sector", fields.get("codes.sector"));
        xml.coded("recipient-country", "code", fields.get("codes.recipient-country"));
        listed("recipient-region", fields.get("codes.recipient-region"));
        xml.coded("flow-type", "code", fields.get("codes.flow-type"));
        xml.coded("finance-type", "code", fields.get("codes.finance-type"));
        listed("aid-type", fields.get("codes.aid-type"));
        xml.coded("tied-status", "code", fields.get("codes.tied-status"));
        xml.end();
    }

    private void party(String side, Map<String, String> fields) throws XMLStreamException {
        String ref = fields.get(side + ".ref");
        String name = fields.get(side + ".name");
        String activity = fields.get(side + "Activity");
        String type = fields.get("codes." + side + "-type");
        if (ref != null || name != null || activity != null || type != null) {
            xml.begin(side + "-org").attribute("ref", ref).attribute("type", type)
                    .attribute(side + "-activity-id", activity).narrative(name, null).end();
        }
    }

    /** Codes with the list each is from where a file named that, as {@code 2/112 15110}. */
    private void listed(String element, @Nullable String codes) throws XMLStreamException {
        for (String code : Objects.requireNonNullElse(codes, "").split(" ")) {
            if (!code.isEmpty()) {
                int slash = code.indexOf('/');
                xml.begin(element).attribute("vocabulary", slash < 0 ? null : code.substring(0, slash))
                        .attribute("code", code.substring(slash + 1)).end();
            }
        }
    }
}
