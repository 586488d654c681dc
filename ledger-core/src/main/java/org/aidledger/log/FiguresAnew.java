package org.aidledger.log;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.evidence.AccountTable;
import org.aidledger.tlog.evidence.Json;

/** The trial balance over leaves that go by, by the verifiers' own table of accounts: a second opinion on the read models. */
public final class FiguresAnew implements Consumer<byte[]> {

    private final AccountTable table = AccountTable.standard();
    private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    private Optional<Defect> unknown = Optional.empty();

    @Override
    public void accept(byte[] leaf) {
        Json json = Json.parse(leaf, "leaf");
        try {
            for (AccountTable.Post post : table.posts(json)) {
                sums.computeIfAbsent(post.currency(), key -> new TreeMap<>()).merge(post.account(), post.amount(),
                        BigDecimal::add);
            }
        } catch (TlogException e) {
            long index = json.get("index").number();
            unknown = unknown.or(() -> Optional.of(new Defect("FIGURE_UNKNOWN_EVENT", index, index, e.getMessage())));
        }
    }

    /**
     * Compares with what the ledger claims.
     *
     * @param claimed by currency, then by account
     */
    public Optional<Defect> compare(Map<String, Map<String, BigDecimal>> claimed) {
        if (unknown.isPresent()) {
            return unknown;
        }
        Set<String> currencies = new TreeSet<>(sums.keySet());
        currencies.addAll(claimed.keySet());
        for (String currency : currencies) {
            Map<String, BigDecimal> here = sums.getOrDefault(currency, Map.of());
            Map<String, BigDecimal> there = claimed.getOrDefault(currency, Map.of());
            Set<String> accounts = new TreeSet<>(here.keySet());
            accounts.addAll(there.keySet());
            for (String account : accounts) {
                BigDecimal computed = here.getOrDefault(account, BigDecimal.ZERO);
                BigDecimal said = there.getOrDefault(account, BigDecimal.ZERO);
                if (computed.compareTo(said) != 0) {
                    return Optional.of(new Defect("FIGURE_DIFFERS", -1, -1, account + " in " + currency
                            + ": the events give " + computed.toPlainString() + ", the ledger claims "
                            + said.toPlainString()));
                }
            }
        }
        return Optional.empty();
    }
}
