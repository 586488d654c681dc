package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.tlog.TlogException;

/**
 * What events post, read from {@code accounts.json} beside this class, which the verifier for browsers reads as well. It shares
 * no code with the ledger's own read models.
 */
public final class AccountTable {

    private static final String EVENTS_OF_MONEY = "aid.";
    private static final String RESOURCE = "accounts.json";

    private static final class Standard {
        private static final AccountTable TABLE = new AccountTable(Json.parse(resource(), RESOURCE));
    }

    private final Json table;

    private AccountTable(Json table) {
        this.table = table;
    }

    /** The table of this program. */
    public static AccountTable standard() {
        return Standard.TABLE;
    }

    /** The file itself. */
    public static byte[] resource() {
        try (InputStream in = AccountTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** One side of a double entry; debit is positive. */
    public record Post(String project, String account, String currency, BigDecimal amount, String effectiveDate) {
    }

    /**
     * What an event posts.
     *
     * @param leaf the event as its leaf has it
     * @throws TlogException.Malformed when the table has no such event, or the event is not as the table needs it
     */
    public List<Post> posts(Json leaf) {
        List<Post> posts = new ArrayList<>();
        add(leaf, 1, posts);
        return posts;
    }

    /** Whether an event opens an account that keeps cash. */
    boolean opensAccount(Json leaf) {
        return event(leaf).get("opensAccount") == Json.Literal.TRUE;
    }

    Map<String, Json> measures() {
        return table.get("measures").members();
    }

    private Json event(Json leaf) {
        return table.get("events").get(leaf.get("type").text(""));
    }

    private void add(Json leaf, int sign, List<Post> posts) {
        String type = leaf.get("type").text("");
        Json event = event(leaf);
        if (!event.isPresent()) {
            if (type.startsWith(EVENTS_OF_MONEY) && holdsMoney(leaf.get("payload"))) {
                throw new TlogException.Malformed(type, "is not in this verifier's table of accounts");
            }
            return;
        }
        if (leaf.get("revision").number() > Math.max(0, event.get("revision").number())) {
            throw new TlogException.Malformed(type, "has a revision that is not in this verifier's table of accounts");
        }
        Json payload = leaf.get("payload");
        Json reversed = event.get("reverses").text().map(payload::get).orElse(Json.Literal.NULL);
        Json reentered = event.get("reenters").text().map(payload::get).orElse(Json.Literal.NULL);
        if (reversed.isPresent()) {
            add(reversed, -sign, posts);
        }
        if (reentered.isPresent()) {
            add(reentered, sign, posts);
        }
        List<Json> cases = event.get("cases").items();
        for (Json one : cases) {
            if (holds(one.get("when"), payload)) {
                one.get("post").items().forEach(post -> post(post, leaf, sign, posts));
                return;
            }
        }
        if (!cases.isEmpty()) {
            throw new TlogException.Malformed(type, "is in no case of this verifier's table of accounts");
        }
    }

    private static boolean holdsMoney(Json value) {
        return value.get("amount").isPresent() && value.get("currency").isPresent()
                || value.members().values().stream().anyMatch(AccountTable::holdsMoney)
                || value.items().stream().anyMatch(AccountTable::holdsMoney);
    }

    private static boolean holds(Json conditions, Json payload) {
        for (Map.Entry<String, Json> condition : conditions.members().entrySet()) {
            Json member = payload.get(condition.getKey());
            boolean holds = condition.getValue() instanceof Json.Literal
                    ? member.isPresent() == (condition.getValue() == Json.Literal.TRUE)
                    : member.equals(condition.getValue());
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static void post(Json post, Json leaf, int sign, List<Post> posts) {
        Json payload = leaf.get("payload");
        Json money = payload;
        for (String member : post.get("money").text("money").split("\\.")) {
            money = money.get(member);
        }
        List<Json> moneys = money instanceof Json.Items items ? items.all() : List.of(money);
        // A movement inside a correction stands without an envelope: its date is in its payload then.
        String date = leaf.get("effectiveDate").text().orElseGet(() -> payload.get("effectiveDate").text(""));
        String project = payload.get("project").text("");
        for (Json one : moneys) {
            String currency = one.get("currency").text("");
            BigDecimal amount = amount(one.get("amount").text(""), leaf.get("type").text(""));
            BigDecimal signed = sign < 0 ? amount.negate() : amount;
            posts.add(new Post(project, post.get("debit").text(""), currency, signed, date));
            posts.add(new Post(project, post.get("credit").text(""), currency, signed.negate(), date));
        }
    }

    private static BigDecimal amount(String text, String type) {
        if (!text.matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?")) {
            throw new TlogException.Malformed(type,
                    "has no amount where this verifier's table of accounts expects one");
        }
        return new BigDecimal(text);
    }
}
