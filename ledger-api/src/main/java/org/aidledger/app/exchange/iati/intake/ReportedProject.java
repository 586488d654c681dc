package org.aidledger.app.exchange.iati.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.app.exchange.iati.ActivityId;
import org.aidledger.app.exchange.iati.IatiActivity;
import org.aidledger.app.exchange.iati.IatiActivity.ActivityDate;
import org.aidledger.app.exchange.iati.IatiActivity.ParticipatingOrg;
import org.aidledger.app.exchange.iati.IatiActivity.ReportingOrg;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.app.exchange.iati.Narrative;
import org.aidledger.app.exchange.iati.Sector;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** What an activity says about itself, as the registration of a project. */
final class ReportedProject {

    private static final String OECD_LIST = "1";
    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String IMPLEMENTING = "4";
    private static final String PLANNED_START = "1";
    private static final String ACTUAL_START = "2";
    private static final String PLANNED_END = "3";

    private static final int CODE_BYTES_MAX = 2_000;
    private static final int TITLE_BYTES_MAX = 4_000;
    private static final int SECTOR_BYTES_MAX = 500;

    private final IatiActivity activity;
    private final LeafRoom room;

    private ReportedProject(IatiActivity activity, LeafRoom room) {
        this.activity = activity;
        this.room = room;
    }

    static ProjectId idOf(IatiActivity activity) {
        ReportingOrg publisher = activity.reportingOrg();
        return ActivityId.projectOf(publisher == null ? "" : Objects.requireNonNullElse(publisher.ref(), ""),
                activity.identifier());
    }

    /** A recipient country is no province and a budget is no approval: these stay in the kept file. */
    static RegisterProject register(IatiActivity activity, ProjectId id, Perspective perspective, LocalDate today,
            LeafRoom room) {
        return new ReportedProject(activity, room).register(id, perspective, today);
    }

    private RegisterProject register(ProjectId id, Perspective perspective, LocalDate today) {
        String code = room.text("iati-identifier", activity.identifier(), CODE_BYTES_MAX);
        String titleVi = room.textOrNull("title", title(true), TITLE_BYTES_MAX);
        String titleEn = room.textOrNull("title", title(false), TITLE_BYTES_MAX);
        Party managing = first(ACCOUNTABLE);
        Party owner = perspective == Perspective.OWNER ? publisher() : first(IMPLEMENTING);
        List<SectorShare> sectors = sectors();
        return new RegisterProject(id, code, titleVi, titleEn, AidKind.PROJECT, BudgetTreatment.NOT_REPORTED,
                perspective, donors(perspective), managing, owner, List.of(), sectors, date(PLANNED_START),
                date(PLANNED_END), since(today));
    }

    private @Nullable String title(boolean vietnamese) {
        List<Narrative> candidates =
                activity.titles().stream().filter(title -> is("vi", title) == vietnamese).toList();
        return candidates.stream().filter(title -> vietnamese || is("en", title)).findFirst()
                .or(() -> candidates.stream().findFirst()).map(Narrative::text).orElse(null);
    }

    private static boolean is(String language, Narrative text) {
        return text.language() != null && text.language().toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals(language);
    }

    private List<Party> donors(Perspective perspective) {
        var donors = new ArrayList<Party>();
        for (ParticipatingOrg org : activity.participatingOrgs()) {
            if (FUNDING.equals(org.role()) && room.hasRoomFor("participating-org", Parties.BYTES_MAX)) {
                Party donor = Parties.of("participating-org", org.ref(), org.names(), room);
                if (donor != null) {
                    donors.add(donor);
                }
            }
        }
        Party publisher = donors.isEmpty() && perspective == Perspective.DONOR ? publisher() : null;
        return publisher == null ? donors : List.of(publisher);
    }

    private @Nullable Party publisher() {
        ReportingOrg org = activity.reportingOrg();
        return org == null ? null : Parties.of("reporting-org", org.ref(), org.names(), room);
    }

    private @Nullable Party first(String role) {
        return activity.participatingOrgs().stream().filter(org -> role.equals(org.role()))
                .map(org -> Parties.of("participating-org", org.ref(), org.names(), room)).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    private List<SectorShare> sectors() {
        var shares = new ArrayList<SectorShare>();
        for (Sector sector : activity.sectors()) {
            String code = sector.code();
            if (code != null && room.hasRoomFor("sector", SECTOR_BYTES_MAX)) {
                BigDecimal percent = sector.percentage();
                if (percent != null && isTooLong(percent)) {
                    room.leaveOut("sector/@percentage");
                    percent = null;
                }
                room.take(100);
                shares.add(new SectorShare(
                        room.text("sector/@vocabulary", Objects.requireNonNullElse(sector.vocabulary(), OECD_LIST),
                                100),
                        room.text("sector/@code", code, 200), percent));
            }
        }
        return shares;
    }

    private static boolean isTooLong(BigDecimal percent) {
        return percent.scale() > Money.DIGITS_MAX || percent.precision() - percent.scale() > Money.DIGITS_MAX;
    }

    private @Nullable LocalDate date(String type) {
        return dates(type).findFirst().orElse(null);
    }

    private Stream<LocalDate> dates(String type) {
        return activity.dates().stream().filter(date -> type.equals(date.type())).map(ActivityDate::date);
    }

    /** The first day the file knows the project on, so that a question about any day from there on finds it. */
    private LocalDate since(LocalDate today) {
        return Stream.of(dates(ACTUAL_START), dates(PLANNED_START),
                activity.transactions().stream().map(IatiTransaction::effectiveDate))
                .flatMap(days -> days).filter(day -> !day.isAfter(today)).min(LocalDate::compareTo).orElse(today);
    }

    /** The day the publisher last changed the activity on, which is when its status held; today where the file does not say. */
    static LocalDate lastUpdated(IatiActivity activity, LocalDate today) {
        String given = activity.lastUpdated();
        if (given == null || given.length() < 10) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(given.substring(0, 10));
            return day.isAfter(today) || day.getYear() < 1 ? today : day;
        } catch (DateTimeException notADate) {
            return today;
        }
    }
}
