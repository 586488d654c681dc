package org.aidledger.app.exchange.journal;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Posting;
import org.jspecify.annotations.Nullable;

/**
 * Writes postings as a plain-text accounting journal in the one dialect that hledger and beancount share, so that every balance
 * can be added up by a program that is not ours. Postings are read in pages of the log's order: memory is bounded by the names of
 * accounts.
 */
public final class Journal {

    private final Balances balances;

    public Journal(Balances balances) {
        this.balances = balances;
    }

    /**
     * Writes the postings that the question counts, one transaction for each event and date.
     *
     * @param project its id; null for all projects
     * @param stamp says what the question was answered at; its clocks are the ones that are read
     * @param out not closed
     * @return how many postings were written
     */
    public long write(@Nullable String project, ExportStamp stamp, Writer out) throws IOException {
        AsOf.Answered asOf = stamp.asOf();
        header(stamp, out);
        var names = new Names(balances.firstDate(project, asOf), out);
        long written = 0;
        @Nullable Posting last = null;
        List<Posting> page;
        do {
            page = balances.postings(project, asOf, last == null ? null : last.place(), Balances.PAGE_MAX);
            for (Posting posting : page) {
                if (last == null || !isTogether(last, posting)) {
                    begin(posting, out);
                }
                line(posting, out);
                names.use(posting);
                last = posting;
            }
            written += page.size();
        } while (page.size() == Balances.PAGE_MAX);
        names.write();
        return written;
    }

    private static void header(ExportStamp stamp, Writer out) throws IOException {
        out.write("; Aid Ledger: every posting, for hledger and beancount. Debit is positive.\n");
        for (var line : stamp.lines().entrySet()) {
            out.write("; " + line.getKey() + ": " + comment(line.getValue()) + "\n");
        }
    }

    private static boolean isTogether(Posting one, Posting other) {
        return one.index() == other.index() && one.effectiveDate().equals(other.effectiveDate());
    }

    private static void begin(Posting posting, Writer out) throws IOException {
        out.write("\n" + posting.effectiveDate() + " * \"" + posting.project() + "\" \"event " + posting.index()
                + "\"\n    ; recorded " + posting.recordedAt() + ", booked " + posting.bookingPeriod()
                + (posting.donor() == null ? "" : ", donor " + comment(posting.donor())) + "\n");
    }

    private static void line(Posting posting, Writer out) throws IOException {
        out.write("    " + JournalNames.account(posting) + "  " + posting.amount().toPlainString() + " "
                + JournalNames.currency(posting.currency()) + "\n");
    }

    /** On one line, whatever it holds. */
    private static String comment(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The names that were used, declared at the end: beancount wants every account opened by the first day it is used. */
    private static final class Names {

        private final LocalDate first;
        private final Writer out;
        private final Set<String> accounts = new TreeSet<>();
        private final Set<Currency> currencies = new HashSet<>();

        Names(LocalDate first, Writer out) {
            this.first = first;
            this.out = out;
        }

        void use(Posting posting) {
            accounts.add(JournalNames.account(posting));
            currencies.add(posting.currency());
        }

        void write() throws IOException {
            out.write("\n");
            for (Currency currency : new TreeSet<>(currencies)) {
                String name = JournalNames.currency(currency);
                if (!name.equals(currency.code())) {
                    out.write("; currency " + name + " stands for " + comment(currency.code()) + "\n");
                }
            }
            for (String account : accounts) {
                out.write(first + " open " + account + "\n");
            }
        }
    }
}
