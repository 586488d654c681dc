package org.aidledger.app.exchange.iati.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RecordExpenditure;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectCommand.ReportOtherFlow;
import org.aidledger.project.ProjectCommand.SignCommitment;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** A transaction of a file, as the command that reports it. Its amount keeps sign and digits, whatever they are. */
final class ReportedFlow {

    private static final int CODE_BYTES_MAX = 1_000;
    private static final int TYPE_BYTES_MAX = 100;
    private static final int REF_BYTES_MAX = 1_000;
    private static final int DESCRIPTION_BYTES_MAX = 16_000;

    private ReportedFlow() {
    }

    static ProjectCommand report(IatiTransaction transaction, ProjectId project, Perspective perspective,
            LeafRoom room) {
        var money = new Money(transaction.value(), Currency.of(transaction.currency()));
        var on = transaction.effectiveDate();
        IatiFlow flow = flow(transaction, room);
        return switch (transaction.typeCode()) {
            case "1" -> new ReceiveFunds(project, provider(transaction, room), money, null, null, flow, on);
            case "2" -> commitment(project, Direction.OUT, receiver(transaction, room), money, flow, on);
            case "3" ->
                new DisburseFunds(project, DisbursementPurpose.PAYMENT, receiver(transaction, room), money, null,
                        null, flow, on);
            case "4" ->
                new RecordExpenditure(project, payer(perspective), null, receiver(transaction, room), money, null,
                        null, flow, on);
            case "11" -> commitment(project, Direction.IN, provider(transaction, room), money, flow, on);
            case "12" -> new PledgeAid(project, Direction.OUT, provider(transaction, room), money, null, flow, on);
            case "13" -> new PledgeAid(project, Direction.IN, provider(transaction, room), money, null, flow, on);
            default -> new ReportOtherFlow(project, money, flow, on);
        };
    }

    /** A negative commitment takes back part of one that was signed. */
    private static ProjectCommand commitment(ProjectId project, Direction direction, @Nullable Party party,
            Money money, IatiFlow flow, LocalDate on) {
        return money.isNegative()
                ? new RecordMovement(new CommitmentChanged(project, direction, party, money, null, flow, on))
                : new SignCommitment(project, direction, party, money, null, flow, on);
    }

    /** A donor's own spending is paid by the donor; an owner pays out of the aid, an intermediary out of whatever it has. */
    private static PaidFrom payer(Perspective perspective) {
        return switch (perspective) {
            case DONOR -> PaidFrom.DONOR;
            case OWNER -> PaidFrom.ACCOUNT;
            case INTERMEDIARY -> PaidFrom.OWN_FUNDS;
        };
    }

    private static @Nullable Party provider(IatiTransaction transaction, LeafRoom room) {
        return Parties.of("provider-org", transaction.provider(), room);
    }

    private static @Nullable Party receiver(IatiTransaction transaction, LeafRoom room) {
        return Parties.of("receiver-org", transaction.receiver(), room);
    }

    /** What it says beyond date and money. */
    static IatiFlow flow(IatiTransaction t, LeafRoom room) {
        return new IatiFlow(room.text("transaction-type", t.typeCode(), TYPE_BYTES_MAX),
                room.textOrNull("transaction/@ref", t.ref(), REF_BYTES_MAX), t.valueDate(), provider(t, room),
                activity("provider-org/@provider-activity-id", t.provider(), room), receiver(t, room),
                activity("receiver-org/@receiver-activity-id", t.receiver(), room),
                t.description().isEmpty() ? null
                        : room.text("description", t.description().getFirst().text(), DESCRIPTION_BYTES_MAX),
                codes(t, room));
    }

    private static @Nullable String activity(String name, IatiTransaction.@Nullable Party party, LeafRoom room) {
        return party == null ? null : room.textOrNull(name, party.activityId(), REF_BYTES_MAX);
    }

    /** The transaction's own codes; what holds only by default of its activity stays in the kept file. */
    private static Map<String, String> codes(IatiTransaction t, LeafRoom room) {
        var codes = new TreeMap<String, @Nullable String>();
        codes.put("aid-type", listed(t.aidTypes().stream().map(type -> of(type.vocabulary(), type.code())).toList()));
        codes.put("disbursement-channel", t.disbursementChannel());
        codes.put("finance-type", t.financeType());
        codes.put("flow-type", t.flowType());
        codes.put("humanitarian", t.humanitarian() == null ? null : t.humanitarian() ? "1" : "0");
        codes.put("provider-type", t.provider() == null ? null : t.provider().type());
        codes.put("receiver-type", t.receiver() == null ? null : t.receiver().type());
        codes.put("recipient-country", t.recipientCountry() == null ? null : t.recipientCountry().code());
        codes.put("recipient-region", t.recipientRegion() == null ? null
                : of(t.recipientRegion().vocabulary(), t.recipientRegion().code()));
        codes.put("sector",
                listed(t.sectors().stream().map(sector -> of(sector.vocabulary(), sector.code())).toList()));
        codes.put("tied-status", t.tiedStatus());
        codes.values().removeIf(Objects::isNull);
        return codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                code -> room.text(code.getKey(), Objects.requireNonNull(code.getValue()), CODE_BYTES_MAX)));
    }

    /** A code with the list it is from, where the file names that: {@code 2/112}. */
    private static @Nullable String of(@Nullable String vocabulary, @Nullable String code) {
        return code == null || vocabulary == null ? code : vocabulary + "/" + code;
    }

    private static @Nullable String listed(List<@Nullable String> codes) {
        List<String> given = codes.stream().filter(Objects::nonNull).toList();
        return given.isEmpty() ? null : String.join(" ", given);
    }
}
