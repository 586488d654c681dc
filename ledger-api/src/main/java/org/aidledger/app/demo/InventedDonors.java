package org.aidledger.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.app.demo.InventedProject.Step;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.DonorKind;
import org.aidledger.ngo.NgoCommand.ExtendCertificate;
import org.aidledger.ngo.NgoCommand.GrantCertificate;
import org.aidledger.ngo.NgoCommand.RegisterDonor;
import org.aidledger.ngo.NgoId;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.programme.SectorTarget;
import org.aidledger.programme.TargetCommand.DecideProgramme;
import org.aidledger.programme.TargetCommand.SetTargets;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateCommand.RecordRates;
import org.aidledger.rate.RateTableId;
import org.aidledger.view.portfolio.Provinces;

/**
 * The invented donors of the invented projects, a programme with targets and a table of rates. As in what is published, 396
 * donors are active in the first eight months of 2023; some certificates lapse, and some are about to.
 */
final class InventedDonors {

    static final int DONORS = 400;

    private static final int ACTIVE_IN_2023 = 396;
    private static final int LAPSES_EVERY = 40;
    private static final int YEARS_MAX = 3;
    private static final LocalDate LIST_OF_63 = LocalDate.of(2008, 8, 1);
    private static final List<String> PROVINCES = Provinces.codes(LIST_OF_63);
    private static final LocalDate FIRST_GRANT = LocalDate.of(2020, 11, 2);
    private static final LocalDate FIRST_GRANT_LAPSED = LocalDate.of(2019, 6, 3);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
    private static final String[] COUNTRIES = {"NL", "DE", "US", "AU", "FR", "GB", "JP", "NO", "CH", "CA"};
    private static final String[] SECTORS = {"16010", "43040", "12220", "11220", "41030", "74020"};

    private InventedDonors() {
    }

    /** What happens to each donor, in order; one more list is the programme's, and one the rates'. */
    static List<List<Step>> lives() {
        List<List<Step>> lives = new ArrayList<>(IntStream.range(0, DONORS).mapToObj(InventedDonors::life).toList());
        lives.add(programme());
        lives.add(rates());
        return lives;
    }

    private static List<Step> life(int number) {
        boolean active = number < ACTIVE_IN_2023;
        NgoId id = new NgoId("NGO-EX-%03d".formatted(number + 1));
        LocalDate granted = active ? FIRST_GRANT.plusDays(number * 7L % 360) : FIRST_GRANT_LAPSED.plusDays(number % 60);
        LocalDate validTo = granted.plusYears(YEARS_MAX).minusDays(1);
        String sector = SECTORS[number % SECTORS.length];
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("lan", new RegisterDonor(id, DonorKind.FOREIGN_NGO, InventedProject.donor(number), null,
                COUNTRIES[number % COUNTRIES.length], granted.minusDays(30))));
        steps.add(new Step("lan", new GrantCertificate(id, DocumentRef.of("GĐK-%03d (ví dụ)".formatted(number + 1)),
                "Cơ quan cấp đăng ký (ví dụ)", granted, validTo,
                List.of(new Place(PROVINCES.get(number % PROVINCES.size()), LIST_OF_63)),
                List.of(new SectorShare("1", sector, null)), granted)));
        if (active && number % LAPSES_EVERY != 0) {
            steps.add(new Step("minh", new ExtendCertificate(id,
                    DocumentRef.of("GH-%03d (ví dụ)".formatted(number + 1)), validTo.plusYears(YEARS_MAX),
                    validTo.minusDays(20))));
        }
        return steps;
    }

    private static List<Step> programme() {
        ProgrammeId id = new ProgrammeId("TGT-EX-2021-2025");
        DocumentRef decision = DocumentRef.of("Quyết định chương trình (ví dụ)");
        LocalDate day = LocalDate.of(2020, 12, 21);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("lan", new DecideProgramme(id, "Chương trình xúc tiến vận động viện trợ (ví dụ)",
                "Programme of aid mobilisation (example)", null, 2021, 2025, decision, day)));
        for (int year = 2021; year <= 2025; year++) {
            steps.add(new Step("lan", new SetTargets(id, year, (long) DONORS,
                    List.of(target("16", 6_000_000L), target("43", 5_500_000L), target("12", 5_000_000L)), decision,
                    day)));
        }
        return steps;
    }

    private static SectorTarget target(String sector, long dollars) {
        return new SectorTarget("1", sector, Money.of(Long.toString(dollars), "USD"));
    }

    /** Round figures, so that nobody takes them for real ones. */
    private static List<Step> rates() {
        RateTableId id = new RateTableId("FXR-EX");
        List<Step> steps = new ArrayList<>();
        for (int year = 2019; year <= LAST_DAY.getYear(); year++) {
            LocalDate end = LocalDate.of(year, 12, 31);
            steps.add(new Step("lan", new RecordRates(id, Currency.of("USD"), LocalDate.of(year, 1, 1), end,
                    List.of(rate("AUD", "1.5"), rate("EUR", "0.9"), rate("JPY", "140"), rate("VND", "25000")),
                    DocumentRef.of("Tỷ giá ví dụ"), end.isAfter(LAST_DAY) ? LAST_DAY : end)));
        }
        return steps;
    }

    private static Rate rate(String currency, String units) {
        return new Rate(Currency.of(currency), new BigDecimal(units));
    }
}
