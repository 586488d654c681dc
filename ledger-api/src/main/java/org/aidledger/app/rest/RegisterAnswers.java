package org.aidledger.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.view.inspection.InspectionSummary;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What projects, trails and inspections look like on the wire. */
final class RegisterAnswers {

    private RegisterAnswers() {
    }

    /**
     * A page of the register.
     *
     * @param count how many projects match, on all pages
     * @param next the cursor of the next page, null on the last
     */
    record ProjectsPage(List<Project> projects, long count, @Nullable String next, Computed.At at) {
    }

    /**
     * A project as the register knows it.
     *
     * @param code the code people use; for an imported activity its IATI identifier
     * @param status PLEDGED, APPROVED, IMPLEMENTING, or IATI_ and the publisher's own status code
     */
    record Project(String id, String code, @Nullable String titleVi, @Nullable String titleEn, String kind,
            String budgetTreatment, String perspective, String donors, @Nullable String managingAgency,
            @Nullable String aidOwner, String status, LocalDate registered, Map<String, String> links) {

        static Project of(ProjectRow row) {
            String path = Paths.project(row.id());
            return new Project(row.id(), row.code(), row.titleVi(), row.titleEn(), row.kind(), row.budgetTreatment(),
                    row.perspective(), row.donors(), row.managingAgency(), row.aidOwner(), row.status(),
                    row.effectiveDate(), Map.of("self", path, "balance", path + "/balance", "trail", path + "/trail"));
        }
    }

    /** A page of a trail, in the order of the log. */
    record TrailPage(String subject, List<Happened> events, @Nullable String next, Computed.At at) {
    }

    /**
     * One event as people read it.
     *
     * @param sentence what happened, in the language asked for
     * @param way DECIDED or REPORTED
     * @param reason why, in the actor's words
     * @param refersTo index of the event it corrects or remarks on
     * @param event where it is, as it is stored
     */
    record Happened(long index, String stream, long version, String type, String sentence, @Nullable String actor,
            @Nullable String way, @Nullable String channel, @Nullable String reason, LocalDate effectiveDate,
            Instant recordedAt, @Nullable String bookingPeriod, List<DocumentRef> documents, @Nullable Source source,
            @Nullable Long refersTo, String event) {

        static Happened of(TrailLine line, Locale language) {
            Entry entry = line.entry();
            String file = line.sourceName();
            return new Happened(line.index(), entry.stream(), entry.version(), entry.type(), line.sentence(language),
                    line.actor(), line.way(), line.channel(), line.reason(), entry.effectiveDate(), entry.recordedAt(),
                    line.bookingPeriod(), line.documents(),
                    file == null ? null : new Source(file, line.sourceSha256(), line.sourceLine()), line.refersTo(),
                    Paths.event(line.index()));
        }
    }

    /** The file that reported it. */
    record Source(String name, @Nullable String sha256, @Nullable String line) {
    }

    /** A page of inspections, the one planned or opened last first. */
    record InspectionsPage(List<Inspection> inspections, @Nullable String next) {
    }

    /** An inspection; {@code opened} is null while it is planned, {@code concluded} while it is open. */
    record Inspection(String id, String title, InspectionSummary.State state, @Nullable LocalDate planned,
            @Nullable LocalDate opened, @Nullable LocalDate concluded, long checks, long findings, String self) {
    }

    /** All there is of an inspection, as its events say it. */
    record InspectionFile(String id, @Nullable Noted planned, @Nullable Noted abandoned, @Nullable Noted opened,
            @Nullable Noted drawn, List<Noted> checks, List<Noted> findings, List<Noted> followUps,
            @Nullable Noted concluded) {
    }

    /**
     * A sample drawn again.
     *
     * @param size the number of events frozen
     * @param root the log's root there, in hexadecimal digits
     * @param population how many projects it was drawn from
     * @param unchanged whether these are the projects that are inspected
     */
    record SampleFile(String inspection, String seed, long size, String root, long population, List<String> projects,
            boolean unchanged) {
    }

    /** What an event says, and which. */
    record Noted(long index, LocalDate effectiveDate, Instant recordedAt, @Nullable String actor, JsonNode fact,
            String event) {
    }
}
