package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.event.Entry;
import org.aidledger.ngo.NgoEvent.CertificateAmended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.aidledger.time.VietNam;
import org.aidledger.view.donor.DonorRow;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.portfolio.Provinces;
import org.aidledger.view.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of donors, and one donor with its certificate. Representatives are personal data and on no page. */
@Controller
final class DonorsPage {

    static final int PAGE_DONORS = 25;
    private static final int SEARCH_CHARS_MAX = 200;

    private final ClockForm clocks;
    private final Donors donors;
    private final Trail trail;
    private final Clock clock = Clock.systemUTC();

    DonorsPage(ClockForm clocks, Donors donors, Trail trail) {
        this.clocks = clocks;
        this.donors = donors;
        this.trail = trail;
    }

    /**
     * One donor.
     *
     * @param state of its certificate: none, inForce, notInForce, lapsed, suspended, revoked
     * @param validTo the certificate's last day, or null
     */
    record Item(String id, String name, @Nullable String nameVi, String kind, String country, String registered,
            @Nullable String certificate, @Nullable String validTo, String state, String href) {
    }

    @GetMapping("/donors")
    String donors(@RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String after, HttpServletRequest request, Model model) {
        Shown shown = Shown.in(Language.of(request));
        ClockForm.Read read = clocks.read(effective, known, null, shown);
        String words = q.length() > SEARCH_CHARS_MAX ? q.substring(0, SEARCH_CHARS_MAX) : q;
        Address here = Address.of("/donors").with("q", words).with("effective", effective).with("known", known)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        LocalDate day = day(read);
        Donors.Page found = donors.search(words, read.size(), after, PAGE_DONORS + 1);
        List<DonorRow> page = found.donors().subList(0, Math.min(PAGE_DONORS, found.donors().size()));
        model.addAttribute("frame", Frame.of(request, here.with("after", after)));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).with("after", after).toString());
        model.addAttribute("q", words);
        model.addAttribute("count", shown.number(found.count()));
        model.addAttribute("day", shown.date(day));
        model.addAttribute("active",
                shown.number(donors.active(day, day, read.size(), null, 1).count()));
        Set<String> inForce = donors.inForce(page.stream().map(DonorRow::id).toList(), day, read.size());
        model.addAttribute("donors",
                page.stream().map(row -> item(row, state(row, day, inForce), shown, here)).toList());
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next", found.donors().size() <= PAGE_DONORS ? null
                : here.with("known", read.size()).with("after", page.getLast().id()).toString());
        return "donors";
    }

    @GetMapping("/donors/{donor}")
    String donor(@PathVariable String donor, @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known, HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, null, shown);
        Donors.Detail detail = donors.donor(donor, read.size()).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "donor " + donor));
        Address here = Address.of("/donors/" + detail.donor().id()).with("effective", effective).with("known", known)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        List<Place> areas = List.of();
        List<SectorShare> sectors = List.of();
        for (Entry entry : detail.events()) {
            switch (entry.payload()) {
                case CertificateGranted granted -> {
                    areas = granted.areas();
                    sectors = granted.sectors();
                }
                case CertificateAmended amended -> {
                    areas = amended.areas();
                    sectors = amended.sectors();
                }
                default -> {
                    // says nothing of where the donor may work
                }
            }
        }
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
        model.addAttribute("now", here.with("effective", null).with("known", null).toString());
        model.addAttribute("donorsHref", Address.of("/donors").with("lang", here.query().get("lang")).toString());
        model.addAttribute("day", shown.date(day(read)));
        Set<String> inForce = donors.inForce(List.of(detail.donor().id()), day(read), read.size());
        model.addAttribute("donor", item(detail.donor(), state(detail.donor(), day(read), inForce), shown, here));
        model.addAttribute("areas", areas.stream().map(Provinces::label).toList());
        model.addAttribute("sectors", sectors.stream().map(SectorShare::code).collect(Collectors.joining(", ")));
        model.addAttribute("trail", detail.events().stream().flatMap(entry -> trail.line(entry.index()).stream())
                .map(line -> TrailRow.of(line, language, Address.of("/events/" + line.index())
                        .with("lang", here.query().get("lang"))))
                .toList());
        return "donor";
    }

    private LocalDate day(ClockForm.Read read) {
        return Objects.requireNonNullElseGet(read.asOf().effective(), () -> VietNam.dateOf(clock.instant()));
    }

    private static Item item(DonorRow row, String state, Shown shown, Address here) {
        Address address = Address.of("/donors/" + row.id());
        for (String kept : List.of("effective", "known", "lang")) {
            address = address.with(kept, here.query().get(kept));
        }
        LocalDate validTo = row.validTo();
        return new Item(row.id(), row.name(), row.nameVi(), row.kind(), row.country(), shown.date(row.registeredOn()),
                row.certificate(), validTo == null ? null : shown.date(validTo), state, address.toString());
    }

    /** Why a certificate is not in force on a day, as far as the last that is known of it says. */
    private static String state(DonorRow row, LocalDate day, Set<String> inForce) {
        LocalDate validTo = row.validTo();
        if (row.certificate() == null) {
            return "none";
        }
        if (inForce.contains(row.id())) {
            return "inForce";
        }
        return validTo == null ? "revoked" : validTo.isBefore(day) ? "lapsed" : row.suspended() ? "suspended"
                : "notInForce";
    }
}
