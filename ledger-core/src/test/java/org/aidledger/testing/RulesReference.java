package org.aidledger.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementLine;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.Tag;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.money.Money;
import org.aidledger.ngo.SealedPerson;
import org.aidledger.period.SealedSheet;
import org.aidledger.project.DossierItem;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectFacts;
import org.aidledger.project.ProjectId;
import org.aidledger.text.Texts;
import org.jspecify.annotations.Nullable;

/** Prints examples of rules as a page of documentation. */
final class RulesReference {

    /** The facts of an event or command that tell examples apart; the others are the same everywhere. */
    private static final List<String> TOLD =
            List.of("perspective", "direction", "purpose", "paidFrom", "money", "approved",
                    "decision", "account", "moneyAccount", "agreement", "donor", "bank", "corrected", "reentered",
                    "reentry", "noteNumber",
                    "reasonText", "movement", "step", "items", "missing", "proposal", "lines", "receipt", "quantity",
                    "proceeds", "bought", "rate", "level", "field", "was", "becomes", "due", "result", "request",
                    "advance",
                    "project", "projects", "team", "frozen", "item", "cited", "kind", "name", "country",
                    "certificate", "validFrom", "validTo", "subject", "representative",
                    "seed", "seedSha256", "sampleSize", "finding", "action", "role", "from", "until", "delegate",
                    "entity", "first", "month", "sheet", "order",
                    "opening", "closing", "entries", "match", "ledger", "differences",
                    "effectiveDate");

    private final StringBuilder page = new StringBuilder();

    RulesReference title(String title, String introduction) {
        page.append("# ").append(title).append("\n\n").append(introduction).append('\n');
        return this;
    }

    <C extends LedgerCommand, E extends LedgerEvent> RulesReference chapter(String title,
            List<RuleExample<C, E>> examples) {
        page.append("\n## ").append(title).append('\n');
        examples.forEach(this::rule);
        return this;
    }

    private <C extends LedgerCommand, E extends LedgerEvent> void rule(RuleExample<C, E> example) {
        RuleExample.Told breach = example.told();
        page.append("\n### ").append(example.rule()).append("\n\n`").append(example.code()).append("`. ")
                .append(example.judged().words()).append("\n\n- vi: ")
                .append(Texts.in(Texts.VIETNAMESE).say(breach.code(), breach.arguments()))
                .append("\n- en: ").append(Texts.in(Texts.ENGLISH).say(breach.code(), breach.arguments()))
                .append("\n\n```\n");
        given(example.broken());
        page.append("broken by  ").append(told(example.breaks())).append('\n');
        if (!example.kept().equals(example.broken())) {
            given(example.kept());
        }
        page.append("kept by    ").append(told(example.keeps())).append("\n```\n");
    }

    private void given(Scenario<?, ?> scenario) {
        var lines = new ArrayList<String>();
        scenario.past().forEach(event -> lines.add(told(event)));
        scenario.seen().keySet().stream().map(Tag::value).sorted().map("the log has seen "::concat).forEach(lines::add);
        scenario.others().stream().sorted().map(other -> other + " has entered something in the project")
                .forEach(lines::add);
        String expected = scenario.metadata().get(MetadataKeys.EXPECTED_VERSION);
        if (expected != null) {
            lines.add("the caller judged version " + expected);
        }
        if (lines.isEmpty()) {
            lines.add("nothing");
        }
        page.append("given      ").append(String.join("\n           ", lines)).append('\n');
    }

    /** For example {@code Funds disbursed: PAYMENT, 60 USD, 2026-03-10}. */
    private static String told(Object message) {
        List<String> facts = Arrays.stream(message.getClass().getRecordComponents())
                .filter(component -> TOLD.contains(component.getName())).map(component -> {
                    try {
                        component.getAccessor().setAccessible(true);
                        return fact(component.getName(), component.getAccessor().invoke(message));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }).filter(fact -> !fact.isEmpty()).toList();
        String words =
                message.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words + ": " + String.join(", ", facts);
    }

    private static String fact(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.toString();
            case LocalDate date -> date.toString();
            case Enum<?> constant -> constant.name();
            case List<?> list when list.size() > 3 -> list.size() + " " + name;
            case List<?> list -> list.isEmpty() ? "no " + name
                    : list.stream().map(element -> fact(name, element)).collect(Collectors.joining(" and "));
            case ProjectId project when project.equals(ProjectFacts.PROJECT) && name.equals("project") -> "";
            case Party party -> "by " + Objects.requireNonNullElse(party.name(), party.ref());
            case DocumentRef document -> document.reference();
            case FrozenCheckpoint frozen -> "frozen at " + frozen.size() + " events";
            case SealedPerson person -> person.subject();
            case SealedSheet sheet -> "a sheet over " + sheet.size() + " events";
            case LedgerEvent event -> "{" + told(event) + "}";
            case GoodsLine line -> line.quantity() + " " + line.item();
            case DossierItem item -> item.type();
            case StatementLine line -> line.amount() + " on " + line.bookingDate();
            case CashEntry entry -> "event " + entry.index();
            case Difference one -> "%s %s, %s \"%s\"".formatted(one.kind(), one.reference(), one.amount(),
                    one.explanation());
            case Long number when !name.equals("cited") ->
                name.equals("corrected") ? "entry " + number : name + " " + number;
            case Integer number -> name + " " + number;
            case Long number -> "event " + number;
            case String text -> "\"" + text + "\"";
            case Object other -> other.toString();
        };
    }

    String text() {
        return page.toString();
    }
}
