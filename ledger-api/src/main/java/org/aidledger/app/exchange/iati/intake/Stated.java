package org.aidledger.app.exchange.iati.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** Everything a file says of a project or a transaction besides date and money, by field, so that it can be compared. */
final class Stated {

    /** Who took part and under which reference: among equal transactions, those that agree in these are the same ones. */
    private static final List<String> IDENTIFYING =
            List.of("ref", "provider.ref", "provider.name", "providerActivity", "receiver.ref", "receiver.name",
                    "receiverActivity");
    /** A list is compared, and amended, as text of at most so many bytes. */
    private static final int LIST_BYTES_MAX = 8_000;

    private final SortedMap<String, String> fields = new TreeMap<>();

    private Stated() {
    }

    static SortedMap<String, String> of(IatiFlow flow) {
        var stated = new Stated();
        stated.put("ref", flow.ref());
        stated.put("provider", flow.provider());
        stated.put("providerActivity", flow.providerActivity());
        stated.put("receiver", flow.receiver());
        stated.put("receiverActivity", flow.receiverActivity());
        stated.put("description", flow.description());
        flow.codes().forEach((name, code) -> stated.put("codes." + name, code));
        return stated.fields;
    }

    static SortedMap<String, String> of(ProjectRegistered r) {
        return of(r.titleVi(), r.titleEn(), r.donors(), r.managingAgency(), r.aidOwner(), r.sectors(),
                r.plannedStart(), r.plannedEnd());
    }

    static SortedMap<String, String> of(RegisterProject r) {
        return of(r.titleVi(), r.titleEn(), r.donors(), r.managingAgency(), r.aidOwner(), r.sectors(),
                r.plannedStart(), r.plannedEnd());
    }

    private static SortedMap<String, String> of(@Nullable String titleVi, @Nullable String titleEn, List<Party> donors,
            @Nullable Party managingAgency, @Nullable Party aidOwner, List<SectorShare> sectors,
            @Nullable LocalDate plannedStart, @Nullable LocalDate plannedEnd) {
        var stated = new Stated();
        stated.put("titleVi", titleVi);
        stated.put("titleEn", titleEn);
        stated.put("donors", list(donors.stream().map(Stated::text).collect(Collectors.joining("; "))));
        stated.put("donors.ref", list(donors.stream().map(Party::ref).filter(Objects::nonNull)
                .collect(Collectors.joining("; "))));
        stated.put("managingAgency", managingAgency);
        stated.put("aidOwner", aidOwner);
        stated.put("sectors", list(SectorShare.text(sectors)));
        stated.put("plannedStart", plannedStart == null ? null : plannedStart.toString());
        stated.put("plannedEnd", plannedEnd == null ? null : plannedEnd.toString());
        return stated.fields;
    }

    private void put(String field, @Nullable String text) {
        if (text != null) {
            fields.put(field, text);
        }
    }

    private void put(String field, @Nullable Party party) {
        if (party != null) {
            put(field + ".ref", party.ref());
            put(field + ".name", party.name());
        }
    }

    /** As read models call it. */
    private static String text(Party party) {
        return Objects.requireNonNullElse(party.name(), Objects.requireNonNullElse(party.ref(), ""));
    }

    private static @Nullable String list(String texts) {
        return texts.isEmpty() ? null : new LeafRoom().text("list", texts, LIST_BYTES_MAX);
    }

    /** The part of it that tells equal transactions apart. */
    static SortedMap<String, String> identifying(SortedMap<String, String> fields) {
        var found = new TreeMap<>(fields);
        found.keySet().retainAll(IDENTIFYING);
        return Collections.unmodifiableSortedMap(found);
    }

    /** What has to be amended of what was said to make it what is said now, in the order of the fields' names. */
    static List<FactChange> changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var changes = new ArrayList<FactChange>();
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.add(new FactChange(name, before.get(name), after.get(name)));
            }
        }
        return changes;
    }
}
