package org.aidledger.view.balance;

import static org.aidledger.view.balance.Account.ADVANCES;
import static org.aidledger.view.balance.Account.CASH;
import static org.aidledger.view.balance.Account.COMMITMENT_IN;
import static org.aidledger.view.balance.Account.COMMITMENT_OUT;
import static org.aidledger.view.balance.Account.COUNTERPART;
import static org.aidledger.view.balance.Account.FX_DIFFERENCE;
import static org.aidledger.view.balance.Account.GOODS;
import static org.aidledger.view.balance.Account.GRANT_DIRECT;
import static org.aidledger.view.balance.Account.GRANT_INCOME;
import static org.aidledger.view.balance.Account.GRANT_IN_KIND;
import static org.aidledger.view.balance.Account.INTEREST_INCOME;
import static org.aidledger.view.balance.Account.PLEDGE_IN;
import static org.aidledger.view.balance.Account.PLEDGE_OUT;
import static org.aidledger.view.balance.Account.RECOVERY_INCOME;
import static org.aidledger.view.balance.Account.REFUNDS;
import static org.aidledger.view.balance.Account.REPORTED_INCOME;
import static org.aidledger.view.balance.Account.SALE_INCOME;
import static org.aidledger.view.balance.Account.TRANSFERS_OUT;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people ask of a project's money. Each is made of balances of accounts, so that a figure leads to its postings. */
public enum Measure {
    PLEDGED_IN(Set.of(PLEDGE_IN), Set.of()),
    PLEDGED_OUT(Set.of(PLEDGE_OUT), Set.of()),
    COMMITTED_IN(Set.of(COMMITMENT_IN), Set.of()),
    COMMITTED_OUT(Set.of(COMMITMENT_OUT), Set.of()),
    APPROVED(Set.of(Account.APPROVED), Set.of()),
    /** In cash: on an account kept here, or as reported. */
    RECEIVED(Set.of(), Set.of(GRANT_INCOME, REPORTED_INCOME)),
    /** Received in kind: what the donor paid to suppliers itself. */
    PAID_BY_DONOR(Set.of(), Set.of(GRANT_DIRECT)),
    /** Goods and expert services received, at value. */
    RECEIVED_IN_KIND(Set.of(), Set.of(GRANT_IN_KIND)),
    /** The counterpart fund received; it never consumes approved aid. */
    COUNTERPART_RECEIVED(Set.of(), Set.of(COUNTERPART)),
    /** Interest, recoveries and proceeds of sales. */
    OTHER_INCOME(Set.of(), Set.of(INTEREST_INCOME, RECOVERY_INCOME, SALE_INCOME)),
    /** Committed to us less received, in cash and in kind (income accounts have credit balances). Refunds do not reopen it. */
    UNRECEIVED(Set.of(COMMITMENT_IN, GRANT_INCOME, REPORTED_INCOME, GRANT_DIRECT, GRANT_IN_KIND), Set.of()),
    /** Advances and payments, less what came back. */
    DISBURSED(Set.of(Account.DISBURSED), Set.of()),
    /** Approved less disbursed. Absent in a currency in which nothing is approved, and from totals of several projects. */
    UNDISBURSED(Set.of(Account.APPROVED), Set.of(Account.DISBURSED)),
    TRANSFERRED_OUT(Set.of(TRANSFERS_OUT), Set.of()),
    /** Paid out and still to be accounted for. */
    OUTSTANDING_ADVANCES(Set.of(ADVANCES), Set.of()),
    EXPENDITURE(Set.of(Account.EXPENDITURE), Set.of()),
    REFUNDED(Set.of(REFUNDS), Set.of()),
    /** Goods in stock at the value they were given; those not yet valued have none. */
    GOODS_IN_STOCK(Set.of(GOODS), Set.of()),
    /** Lost by exchange rates, less what was gained. */
    EXCHANGE_DIFFERENCE(Set.of(FX_DIFFERENCE), Set.of()),
    /** What the bank statement must say. Absent, which is not zero, where no aid account is opened. */
    CASH_ON_HAND(Set.of(CASH), Set.of()),
    /** The smaller of undisbursed and cash on hand; absent where either is. */
    AVAILABLE(Set.of(), Set.of());

    private final Set<Account> plus;
    private final Set<Account> minus;

    Measure(Set<Account> plus, Set<Account> minus) {
        this.plus = plus;
        this.minus = minus;
    }

    /** Its name for programs: {@code cashOnHand}. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().split("_")) {
            key.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return Character.toLowerCase(key.charAt(0)) + key.substring(1);
    }

    /** The accounts whose postings are behind this measure; those of its two parts for {@link #AVAILABLE}. */
    public Set<Account> accounts() {
        EnumSet<Account> accounts = EnumSet.noneOf(Account.class);
        accounts.addAll(plus);
        accounts.addAll(minus);
        if (this == AVAILABLE) {
            accounts.addAll(UNDISBURSED.accounts());
            accounts.addAll(CASH_ON_HAND.accounts());
        }
        return accounts;
    }

    /** Whether it is a sum of postings; {@link #AVAILABLE} is the smaller of two that are. */
    public boolean hasPostings() {
        return this != AVAILABLE;
    }

    /** How a posting on the account counts in this measure: 1, -1 or, where it does not, 0. */
    public int sign(Account account) {
        return plus.contains(account) ? 1 : minus.contains(account) ? -1 : 0;
    }

    /** The measures of one project in one currency. */
    static Map<Measure, BigDecimal> ofProject(Map<Account, BigDecimal> balances, boolean keepsCash) {
        Map<Measure, BigDecimal> figures = sums(balances);
        if (!keepsCash) {
            figures.remove(CASH_ON_HAND);
        }
        if (!balances.containsKey(Account.APPROVED)) {
            figures.remove(UNDISBURSED);
        }
        BigDecimal undisbursed = figures.get(UNDISBURSED);
        BigDecimal cash = figures.get(CASH_ON_HAND);
        if (undisbursed != null && cash != null) {
            figures.put(AVAILABLE, undisbursed.min(cash));
        }
        return figures;
    }

    /** The measures of several projects together: those that may be added up across projects. */
    public static Map<Measure, BigDecimal> ofSeveral(Map<Account, BigDecimal> balances) {
        Map<Measure, BigDecimal> figures = sums(balances);
        figures.remove(UNDISBURSED);
        if (!balances.containsKey(CASH)) {
            figures.remove(CASH_ON_HAND);
        }
        return figures;
    }

    private static Map<Measure, BigDecimal> sums(Map<Account, BigDecimal> balances) {
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        for (Measure measure : values()) {
            if (measure != AVAILABLE) {
                figures.put(measure, measure.sum(balances));
            }
        }
        return figures;
    }

    private BigDecimal sum(Map<Account, BigDecimal> balances) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Account account : plus) {
            sum = sum.add(balances.getOrDefault(account, BigDecimal.ZERO));
        }
        for (Account account : minus) {
            sum = sum.subtract(balances.getOrDefault(account, BigDecimal.ZERO));
        }
        return sum;
    }
}
