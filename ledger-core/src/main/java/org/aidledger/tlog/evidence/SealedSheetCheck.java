package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** That the sheet in a bundle is the one that the last closing of its month sealed, and whether the month was reopened since. */
final class SealedSheetCheck {

    private static final String CLOSED = "period.PeriodClosed";
    private static final String REOPENED = "period.PeriodReopened";

    private final boolean asked;
    private final String periods;
    private final String month;
    private final Problems problems;
    private final List<Problem> held;
    private OptionalLong closing = OptionalLong.empty();
    private OptionalLong reopening = OptionalLong.empty();
    private Json sealed = Json.Literal.NULL;

    SealedSheetCheck(Json manifest, Problems problems, List<Problem> held) {
        Json scope = manifest.get("scope");
        this.asked = scope.get("kind").text("").equals("sheet");
        this.periods = scope.get("id").text("");
        this.month = scope.get("month").text("");
        this.problems = problems;
        this.held = held;
    }

    void add(long index, Json leaf) {
        if (!asked || !leaf.get("stream").text("").equals(periods)) {
            return;
        }
        Json payload = leaf.get("payload");
        String type = leaf.get("type").text("");
        String concerned = payload.get("month").text("");
        if (type.equals(CLOSED) && concerned.equals(month)) {
            closing = OptionalLong.of(index);
            reopening = OptionalLong.empty();
            sealed = payload.get("sheet");
        } else if (type.equals(REOPENED) && closing.isPresent() && concerned.compareTo(month) <= 0) {
            reopening = OptionalLong.of(index);
        }
    }

    /** Called behind the last leaf; what the sheet says goes to the claims. */
    void end(BundleArchive archive, List<Claim> claims) throws IOException {
        if (!asked) {
            return;
        }
        if (closing.isEmpty()) {
            problems.add(Problem.of("sheet.not-sealed", "periods", periods, "month", month));
            return;
        }
        byte[] bytes = archive.read(Members.SHEET);
        SheetFile sheet = SheetFile.parse(bytes);
        String sha256 = BundleVerifier.sha256(bytes);
        boolean same = sha256.equals(sealed.get("sha256").text("")) && sheet.size() == sealed.get("size").number()
                && sheet.lines().size() == sealed.get("lines").number() && sheet.periods().equals(periods)
                && sheet.month().equals(month);
        if (!same) {
            problems.add(Problem.at(closing.getAsLong(), "sheet.differs", "month", month, "sealed",
                    sealed.get("sha256").text(""), "sha256", sha256));
            return;
        }
        claims.forEach(claim -> claim.take(sheet));
        held.add(Problem.of("held.sheet", "month", month, "event", Long.toString(closing.getAsLong()), "size",
                Long.toString(sheet.size())));
        reopening.ifPresent(event -> held
                .add(Problem.of("held.sheet-reopened", "month", month, "event", Long.toString(event))));
    }
}
