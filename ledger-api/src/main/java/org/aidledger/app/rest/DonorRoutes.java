package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.app.rest.DonorAnswers.Donor;
import org.aidledger.app.rest.DonorAnswers.DonorFile;
import org.aidledger.app.rest.DonorAnswers.DonorsPage;
import org.aidledger.app.rest.DonorAnswers.Named;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.ngo.NgoEvent.RepresentativeNamed;
import org.aidledger.ngo.NgoId;
import org.aidledger.ngo.SealedPerson;
import org.aidledger.privacy.SubjectKeys;
import org.aidledger.view.AsOf;
import org.aidledger.view.donor.Donors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Which donors there are, and who of them was active when. */
@RestController
@RequestMapping(path = Paths.API + "/donors", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Donors")
final class DonorRoutes {

    private final Donors donors;
    private final Computed computed;
    private final SubjectKeys keys;
    private final JsonMapper json;

    DonorRoutes(Donors donors, Computed computed, SubjectKeys keys, JsonMapper json) {
        this.donors = donors;
        this.computed = computed;
        this.keys = keys;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Donors by id; q holds words of their names, without regard to accents")
    ResponseEntity<DonorsPage> search(@RequestParam(defaultValue = "") String q,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        int size = Cursor.pageSize(pageSize);
        return page(donors.search(q, known(from, question), after(from), size), from, size);
    }

    /** Answers "how many were active between two dates, as known on a third". */
    @GetMapping("/active")
    @Operation(summary = "Donors whose certificate was in force on at least one day from from to to")
    ResponseEntity<DonorsPage> active(@RequestParam LocalDate from, @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        int size = Cursor.pageSize(pageSize);
        if (to.isBefore(from)) {
            throw new Refused(
                    new RequestRefusal.WrongParameter("to", to.toString(), Fault.of(Fault.Kind.NOT_BEFORE, from)));
        }
        return page(donors.active(from, to, known(cursor, question), after(cursor), size), cursor, size);
    }

    private static @Nullable Long known(@Nullable Cursor from, AsOf question) {
        return from == null ? question.known() : (Long) from.known();
    }

    private static @Nullable String after(@Nullable Cursor from) {
        return from == null ? null : from.after();
    }

    private ResponseEntity<DonorsPage> page(Donors.Page page, @Nullable Cursor from, int size) {
        if (from != null) {
            from.requireHeld(page.asOf());
        }
        Computed.At at = computed.at(page.asOf());
        String next = page.donors().size() < size ? null
                : new Cursor(at.known(), page.donors().getLast().id()).toString();
        return computed.answer(at, new DonorsPage(page.donors().stream().map(Donor::of).toList(), page.count(), next,
                at));
    }

    @GetMapping("/{donor}")
    @Operation(summary = "One donor, its representatives and everything that happened to its certificate")
    ResponseEntity<DonorFile> one(@PathVariable NgoId donor, AsOf question) {
        Donors.Detail detail = donors.donor(donor.value(), question.known())
                .orElseThrow(() -> new Refused(new NotFound("donor " + donor)));
        List<Named> representatives = new ArrayList<>();
        for (Entry entry : detail.events()) {
            if (entry.payload() instanceof RepresentativeNamed named) {
                representatives.add(opened(named.representative(), entry));
            }
        }
        return ResponseEntity.ok().eTag(Integer.toString(detail.events().size() - 1))
                .body(new DonorFile(Donor.of(detail.donor()), representatives,
                        detail.events().stream().map(this::noted).toList(), computed.at(detail.asOf())));
    }

    private Named opened(SealedPerson person, Entry entry) {
        return new Named(person.subject(), entry.effectiveDate(),
                keys.open(person.subject(), person.sealed()).map(json::readTree).orElse(null),
                Paths.event(entry.index()));
    }

    private Noted noted(Entry entry) {
        return new Noted(entry.index(), entry.effectiveDate(), entry.recordedAt(),
                entry.metadata().get(MetadataKeys.ACTOR), json.valueToTree(entry.payload()),
                Paths.event(entry.index()));
    }
}
