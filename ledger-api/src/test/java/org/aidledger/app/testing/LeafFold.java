package org.aidledger.app.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every measure of every project and currency, and its cash by account, summed up from the JSON of raw leaves as the tables of
 * accounts and measures say. It shares no code with the views.
 */
public final class LeafFold {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SUMS = List.of("pledgedIn", "pledgedOut", "committedIn", "committedOut",
            "approved", "received", "paidByDonor", "receivedInKind", "counterpartReceived", "otherIncome", "disbursed",
            "transferredOut", "outstandingAdvances", "expenditure", "refunded", "goodsInStock", "exchangeDifference",
            "cashOnHand");

    /** What one event adds to one sum. */
    private record Change(long index, LocalDate effective, String project, String currency, String sum,
            BigDecimal amount) {
    }

    private record Opened(long index, LocalDate effective, String project) {
    }

    private final List<Change> changes = new ArrayList<>();
    private final List<Opened> accounts = new ArrayList<>();
    private final Map<String, String> perspectives = new HashMap<>();

    /** The next one in the order of the log. */
    public void add(byte[] leaf) {
        JsonNode event = JSON.readTree(leaf);
        long index = event.get("index").asLong();
        JsonNode payload = event.get("payload");
        LocalDate effective = LocalDate.parse(event.get("effectiveDate").asString());
        Movement movement = new Movement(index, effective, payload, 1);
        String type = event.get("type").asString();
        switch (type) {
            case "aid.ProjectRegistered" ->
                perspectives.put(event.get("stream").asString(), payload.get("perspective").asString());
            case "aid.AidAccountOpened" -> accounts.add(new Opened(index, effective, event.get("stream").asString()));
            case "aid.AidApproved" -> movement.approves("approved", 1);
            case "aid.ApprovalRevoked" -> movement.approves("before", -1);
            case "aid.ApprovalAmended" -> {
                movement.approves("before", -1);
                movement.approves("approved", 1);
            }
            case "aid.EntryCorrected" -> {
                corrected(index, payload.get("reversed"), -1);
                if (payload.has("reentered")) {
                    corrected(index, payload.get("reentered"), 1);
                }
            }
            default -> add(type, movement);
        }
    }

    /** At its own effective date, not at the correction's. */
    private void corrected(long index, JsonNode entry, int sign) {
        JsonNode payload = entry.get("payload");
        add(entry.get("type").asString(),
                new Movement(index, LocalDate.parse(payload.get("effectiveDate").asString()), payload, sign));
    }

    private void add(String type, Movement m) {
        switch (type) {
            case "aid.AidPledged" -> m.adds(m.says("direction", "IN") ? "pledgedIn" : "pledgedOut");
            case "aid.PledgeReduced", "aid.PledgeWithdrawn" ->
                m.takes(m.says("direction", "IN") ? "pledgedIn" : "pledgedOut");
            case "aid.CommitmentSigned", "aid.CommitmentChanged" ->
                m.adds(m.says("direction", "IN") ? "committedIn" : "committedOut");
            case "aid.FundsReceived" ->
                m.adds(m.isCounterpart() ? "counterpartReceived" : "received").cash("money", "moneyAccount", 1);
            case "aid.FundsDisbursed" ->
                m.adds(m.says("purpose", "ADVANCE") ? "outstandingAdvances" : "transferredOut").disburses(1);
            case "aid.AdvanceReturned" -> m.takes("outstandingAdvances").disburses(-1);
            case "aid.AdvanceCleared" -> m.adds("expenditure").takes("outstandingAdvances");
            case "aid.ExpenditureRecorded" -> spent(m.adds("expenditure"));
            case "aid.FundsRefunded" -> m.adds("refunded").cash("money", "moneyAccount", -1);
            case "aid.InterestEarned", "aid.RecoveryReceived" ->
                m.adds("otherIncome").cash("money", "moneyAccount", 1);
            case "aid.FundsExchanged" -> m.cash("money", "fromAccount", -1).cash("bought", "toAccount", 1);
            case "aid.FundsTransferred" -> m.cash("money", "fromAccount", -1).cash("money", "toAccount", 1);
            case "aid.ExchangeDifferenceRecognised" -> m.adds("exchangeDifference");
            case "aid.ServicesReceived" -> m.adds("receivedInKind").adds("expenditure");
            case "aid.GoodsValued" -> m.adds("receivedInKind").adds("goodsInStock");
            case "aid.GoodsDistributed" -> m.adds("expenditure").takes("goodsInStock");
            case "aid.GoodsLost" -> m.takes("goodsInStock");
            case "aid.GoodsSold" ->
                m.takes("goodsInStock").moves("otherIncome", "proceeds", 1).cash("proceeds", "moneyAccount", 1);
            default -> {
                // moves no money
            }
        }
    }

    /** What a donor spends by itself is received in kind where the recipient keeps the books; in its own books it is spent only. */
    private void spent(Movement m) {
        switch (m.payload.get("paidFrom").asString()) {
            case "ACCOUNT" -> m.disburses(1);
            case "ADVANCE" -> m.takes("outstandingAdvances");
            case "DONOR" -> {
                if ("OWNER".equals(perspectives.get(m.project()))) {
                    m.adds("paidByDonor");
                }
            }
            default -> {
                // out of whatever an intermediary has
            }
        }
    }

    /** One movement of money, or with -1 the mirror of one. */
    private final class Movement {

        private final long index;
        private final LocalDate effective;
        private final JsonNode payload;
        private final int sign;

        Movement(long index, LocalDate effective, JsonNode payload, int sign) {
            this.index = index;
            this.effective = effective;
            this.payload = payload;
            this.sign = sign;
        }

        String project() {
            return payload.get("project").asString();
        }

        boolean says(String field, String value) {
            return payload.path(field).asString("").equals(value);
        }

        boolean isCounterpart() {
            return says("fundingSource", "COUNTERPART");
        }

        Movement adds(String sum) {
            return moves(sum, "money", 1);
        }

        Movement takes(String sum) {
            return moves(sum, "money", -1);
        }

        Movement moves(String sum, String money, int by) {
            return moves(sum, payload.get(money), by);
        }

        private Movement moves(String sum, JsonNode money, int by) {
            changes.add(new Change(index, effective, project(), money.get("currency").asString(), sum,
                    new BigDecimal(money.get("amount").asString()).multiply(BigDecimal.valueOf((long) by * sign))));
            return this;
        }

        Movement cash(String money, String account, int by) {
            return payload.has(account)
                    ? moves("cashOnHand", money, by).moves("cash at " + payload.get(account).asString(), money, by)
                    : this;
        }

        /** Out of the account, and off the approval unless it is counterpart money: in the approval's currency. */
        void disburses(int by) {
            cash("money", "moneyAccount", -by);
            if (!isCounterpart()) {
                moves("disbursed", payload.has("consumes") ? payload.get("consumes").get("money")
                        : payload.get("money"), by);
            }
        }

        void approves(String moneys, int by) {
            payload.get(moneys).forEach(money -> moves("approved", money, by));
        }
    }

    /** By project and currency, every figure that there is, as it is written without zeros at its end. */
    public Map<String, Map<String, String>> at(AsOf question) {
        Map<String, Map<String, BigDecimal>> places = new TreeMap<>();
        for (Change change : changes) {
            if (counts(change.index, change.effective, question)) {
                places.computeIfAbsent(change.project + " " + change.currency, place -> new TreeMap<>())
                        .merge(change.sum, change.amount, BigDecimal::add);
            }
        }
        Set<String> keepCash = new HashSet<>();
        accounts.stream().filter(opened -> counts(opened.index, opened.effective, question))
                .forEach(opened -> keepCash.add(opened.project));
        Map<String, Map<String, String>> figures = new TreeMap<>();
        places.forEach((place, sums) -> figures.put(place,
                written(figures(sums, keepCash.contains(place.substring(0, place.indexOf(' ')))))));
        return figures;
    }

    private static boolean counts(long index, LocalDate effective, AsOf question) {
        return (question.known() == null || index < question.known())
                && (question.effective() == null || !effective.isAfter(question.effective()));
    }

    private static Map<String, BigDecimal> figures(Map<String, BigDecimal> sums, boolean keepsCash) {
        boolean isApproved = sums.containsKey("approved");
        SUMS.forEach(sum -> sums.putIfAbsent(sum, BigDecimal.ZERO));
        sums.put("unreceived", of(sums, "committedIn").subtract(of(sums, "received"))
                .subtract(of(sums, "paidByDonor")).subtract(of(sums, "receivedInKind")));
        BigDecimal undisbursed = isApproved ? of(sums, "approved").subtract(of(sums, "disbursed")) : null;
        BigDecimal cash = keepsCash ? of(sums, "cashOnHand") : null;
        put(sums, "undisbursed", undisbursed);
        put(sums, "cashOnHand", cash);
        put(sums, "available", undisbursed == null || cash == null ? null : undisbursed.min(cash));
        return sums;
    }

    private static BigDecimal of(Map<String, BigDecimal> sums, String sum) {
        return sums.getOrDefault(sum, BigDecimal.ZERO);
    }

    private static void put(Map<String, BigDecimal> sums, String sum, @Nullable BigDecimal amount) {
        if (amount == null) {
            sums.remove(sum);
        } else {
            sums.put(sum, amount);
        }
    }

    static Map<String, String> written(Map<String, BigDecimal> sums) {
        Map<String, String> written = new TreeMap<>();
        sums.forEach((sum, amount) -> written.put(sum, amount.stripTrailingZeros().toPlainString()));
        return written;
    }
}
