package org.aidledger.view.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.StatementAccount;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchProposalsTest {

    private static MatchProposals of(List<Line> lines, List<LedgerEntry> entries, Match... matches) {
        var account = new StatementAccount("PRJ-1", "bidv", Currency.of("USD"));
        return MatchProposals.of(new BankHistory(AsOf.now().answeredAt(9), account.id().value(), account, List.of(),
                lines, entries, List.of(matches), List.of()), 7);
    }

    private static Line line(long number, String date, String amount, @Nullable String reference) {
        return new Line(100 + number, number, LocalDate.parse(date), null, new BigDecimal(amount), reference, null,
                null);
    }

    private static LedgerEntry entry(long index, String date, String amount, @Nullable String reference) {
        return new LedgerEntry(index, "aid.FundsReceived",
                List.of(new CashMove(LocalDate.parse(date), new BigDecimal(amount))), reference, "lan");
    }

    private static List<String> pairs(MatchProposals proposals) {
        return proposals.proposed().stream().map(one -> one.line().number() + "=" + one.entry().index()).toList();
    }

    @Test
    void the_same_amount_within_days_is_proposed() {
        assertThat(pairs(of(List.of(line(1, "2026-01-08", "100.00", null)),
                List.of(entry(11, "2026-01-01", "100", null))))).containsExactly("1=11");
    }

    @Test
    void another_amount_another_sign_or_a_day_more_is_not() {
        var lines = List.of(line(1, "2026-01-09", "100", null));
        assertThat(of(lines, List.of(entry(11, "2026-01-09", "100.01", null))).proposed()).isEmpty();
        assertThat(of(lines, List.of(entry(11, "2026-01-09", "-100", null))).proposed()).isEmpty();
        assertThat(of(lines, List.of(entry(11, "2026-01-01", "100", null))).proposed()).isEmpty();
    }

    @Test
    void what_fits_several_is_listed_and_never_guessed() {
        MatchProposals twoEntries = of(List.of(line(1, "2026-01-05", "100", null)),
                List.of(entry(11, "2026-01-04", "100", null), entry(12, "2026-01-06", "100", null)));
        assertThat(twoEntries.proposed()).isEmpty();
        assertThat(twoEntries.ambiguous()).singleElement()
                .satisfies(one -> assertThat(one.entries()).extracting(LedgerEntry::index).containsExactly(11L, 12L));
        MatchProposals twoLines = of(List.of(line(1, "2026-01-05", "100", null), line(2, "2026-01-05", "100", null)),
                List.of(entry(11, "2026-01-04", "100", null)));
        assertThat(twoLines.proposed()).isEmpty();
        assertThat(twoLines.ambiguous()).hasSize(2);
    }

    @Test
    void an_equal_reference_decides_whatever_signs_a_bank_leaves_out() {
        MatchProposals proposals = of(
                List.of(line(1, "2026-01-05", "100", "unc 17/2026"), line(2, "2026-01-05", "100", null)),
                List.of(entry(11, "2026-01-04", "100", "UNC-17/2026"), entry(12, "2026-01-06", "100", "UNC-18/2026")));
        assertThat(pairs(proposals)).containsExactly("1=11", "2=12");
        assertThat(proposals.proposed()).extracting(MatchProposals.Proposal::sameReference)
                .containsExactly(true, false);
        assertThat(proposals.ambiguous()).isEmpty();
    }

    @Test
    void two_entries_with_the_same_reference_are_ambiguous() {
        assertThat(of(List.of(line(1, "2026-01-05", "100", "A-1")),
                List.of(entry(11, "2026-01-04", "100", "A-1"), entry(12, "2026-01-06", "100", "a1"))).proposed())
                .isEmpty();
    }

    @Test
    void what_is_matched_is_not_proposed_again() {
        assertThat(pairs(of(List.of(line(1, "2026-01-05", "100", null), line(2, "2026-01-05", "100", null)),
                List.of(entry(11, "2026-01-04", "100", null), entry(12, "2026-01-06", "100", null)),
                new Match(50, 1, List.of(1L), List.of(11L), "lan")))).containsExactly("2=12");
    }
}
