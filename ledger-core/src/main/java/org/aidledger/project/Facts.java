package org.aidledger.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.StatementEvent.FactAmended;
import org.jspecify.annotations.Nullable;

/** The facts of a registration that can be amended, as text, as they stand now. Mutable. */
final class Facts {

    private static final Set<String> FIELDS = Set.of("code", "titleVi", "titleEn", "donors", "managingAgency",
            "aidOwner", "places", "sectors", "plannedStart", "plannedEnd");

    private @Nullable ProjectRegistered registered;
    private final Map<String, @Nullable String> amended = new HashMap<>(2);

    void register(ProjectRegistered registration) {
        registered = registration;
    }

    void amend(FactAmended amendment) {
        if (amendment.entry() == null) {
            amended.put(amendment.field(), amendment.becomes());
        }
    }

    boolean has(String field) {
        return FIELDS.contains(field);
    }

    /** Null: nothing is said of it. Parties are their names, places {@code 24@2025-07-01}, sectors {@code 1/14030 62.5%}. */
    @Nullable
    String value(String field) {
        return amended.containsKey(field) || registered == null ? amended.get(field) : value(field, registered);
    }

    private static @Nullable String value(String field, ProjectRegistered r) {
        return switch (field) {
            case "code" -> r.code();
            case "titleVi" -> r.titleVi();
            case "titleEn" -> r.titleEn();
            case "donors" -> joined(r.donors().stream().map(Facts::text).toList());
            case "managingAgency" -> r.managingAgency() == null ? null : text(r.managingAgency());
            case "aidOwner" -> r.aidOwner() == null ? null : text(r.aidOwner());
            case "places" -> joined(r.places().stream().map(place -> place.province() + "@" + place.listDate())
                    .toList());
            case "sectors" -> joined(r.sectors().stream().map(Facts::text).toList());
            case "plannedStart" -> text(r.plannedStart());
            case "plannedEnd" -> text(r.plannedEnd());
            default -> null;
        };
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining("; "));
    }

    private static String text(Party party) {
        return String.valueOf(party.name() != null ? party.name() : party.ref());
    }

    private static String text(SectorShare share) {
        String code = share.vocabulary() + "/" + share.code();
        return share.percent() == null ? code : code + " " + share.percent().toPlainString() + "%";
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
