package org.aidledger.project;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;

/**
 * The rules of an aid project, one record a rule. When an officer decides here, a broken rule refuses the command; when a fact is
 * reported, it is noted beside the fact under the same code, unless the rule says otherwise.
 */
public sealed interface ProjectRefusal extends Refusal {

    /** Who inspects a project may not post into it: nobody judges what they entered themselves. */
    record InspectsProject(String actor, ProjectId project) implements ProjectRefusal {
        @Override
        public String code() {
            return "segregation.inspects-project";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "project", project.value());
        }
    }

    /** A flow or status that only a file can report is not something to decide here. */
    record OnlyReported(ProjectId project) implements ProjectRefusal {
        @Override
        public String code() {
            return "project.only-reported";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** Money moves only after the aid is approved; binds the recipient's books (Decree 80/2020, Decree 313/2025). */
    record NotApproved(ProjectId project, LocalDate date) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.not-approved";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "date", date.toString());
        }
    }

    /** As {@link NotApproved}: there is an approval, of a later date than the money's. */
    record BeforeApproval(LocalDate date, LocalDate approvedOn) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.before-approval";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "approvedOn", approvedOn.toString());
        }
    }

    /** What is disbursed of a currency stays within what is approved of it; binds the recipient's books. */
    record ExceedsApproved(Money asked, Money approved, Money disbursed) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.exceeds-approved";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "approved", approved.toString(), "disbursed", disbursed.toString(),
                    "undisbursed", approved.minus(disbursed).toString());
        }
    }

    /** A money account cannot pay what it does not hold. */
    record ExceedsCash(Money asked, String account, Money cash) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.exceeds-cash";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "account", account, "cash", cash.toString());
        }
    }

    /** No more of an advance can be cleared or returned than is outstanding. */
    record ExceedsAdvances(Money asked, Money outstanding) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.exceeds-advances";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked.toString(), "outstanding", outstanding.toString());
        }
    }

    /**
     * What flows out stays within what agreements commit, in and out together; judged only in a currency that has commitments.
     * Publishers' files report either direction, and some report both.
     */
    record ExceedsCommitments(Money outflow, Money committed) implements ProjectRefusal {
        @Override
        public String code() {
            return "funding.exceeds-commitments";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("outflow", outflow.toString(), "committed", committed.toString());
        }
    }

    /** The movement names a money account and the project has opened none. */
    record NoAccountOpened(String account) implements ProjectRefusal {
        @Override
        public String code() {
            return "account.none-opened";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account);
        }
    }

    /** The movement names a money account that is not one of the project's. */
    record UnknownAccount(String account, String opened) implements ProjectRefusal {
        @Override
        public String code() {
            return "account.unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account, "opened", opened);
        }
    }

    /** A project that has money accounts says which one its cash moves through. Judged only when decided here: files name none. */
    record AccountNotNamed(String opened) implements ProjectRefusal {
        @Override
        public String code() {
            return "account.not-named";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("opened", opened);
        }
    }

    /** Clearing an advance, or a payment by the donor, moves no cash and so names no account. */
    record AccountNotUsed(String account) implements ProjectRefusal {
        @Override
        public String code() {
            return "account.not-used";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account);
        }
    }

    /** The name of a money account is given once; opening it again with the same facts changes nothing. */
    record AccountAlreadyOpened(String account) implements ProjectRefusal {
        @Override
        public String code() {
            return "account.already-opened";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account);
        }
    }

    /** An approval decision is recorded once. */
    record DecisionNumberUsed(String decision) implements ProjectRefusal {
        @Override
        public String code() {
            return "approval.decision-number-used";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("decision", decision);
        }
    }

    /** An approval names one amount a currency. */
    record DuplicateCurrency(Currency currency) implements ProjectRefusal {
        @Override
        public String code() {
            return "approval.duplicate-currency";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code());
        }
    }

    /** An approval approves money. */
    record NothingApproved(String decision) implements ProjectRefusal {
        @Override
        public String code() {
            return "approval.nothing-approved";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("decision", decision);
        }
    }

    /** Judged only when decided here: files report money that came back with a negative sign. */
    record NotPositive(Money money) implements ProjectRefusal {
        @Override
        public String code() {
            return "money.not-positive";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString());
        }
    }

    /** The currency's code is one that ISO 4217 lists or has listed. */
    record CurrencyUnlisted(Currency currency) implements ProjectRefusal {
        @Override
        public String code() {
            return "money.currency-unlisted";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code());
        }
    }

    /** Money is paid in the currency's minor units (ISO 4217). Judged only when decided here: reports keep all their digits. */
    record TooManyDigits(Money money, int digitsMax) implements ProjectRefusal {
        @Override
        public String code() {
            return "money.too-many-digits";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString(), "currency", money.currency().code(), "digits",
                    Integer.toString(digitsMax));
        }
    }

    /** A pledge is somebody's. Judged only when decided here. */
    record PledgeWithoutDonor(Money money) implements ProjectRefusal {
        @Override
        public String code() {
            return "pledge.donor-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString());
        }
    }

    /** A commitment rests on an agreement. Judged only when decided here. */
    record CommitmentWithoutAgreement(Money money) implements ProjectRefusal {
        @Override
        public String code() {
            return "commitment.agreement-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString());
        }
    }

    /** Only an entry of this stream that moved money can be corrected. Refused in both ways. */
    record EntryUnknown(ProjectId project, long entry) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.entry-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "entry", Long.toString(entry));
        }
    }

    /** An entry that was reversed without a re-entry cannot be reversed again. Refused in both ways. */
    record EntryNotStanding(ProjectId project, long entry) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.entry-not-standing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "entry", Long.toString(entry));
        }
    }

    /** The re-entry belongs to another project, whose stream this one cannot write. Refused in both ways. */
    record OtherProject(ProjectId project, ProjectId other) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.other-project";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "other", other.value());
        }
    }

    /** A correction says why (Law on Accounting 88/2015, art. 27). */
    record ReasonMissing(long entry) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.reason-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry));
        }
    }

    /** A correction is made by a numbered adjusting note (chứng từ điều chỉnh; Law on Accounting 88/2015, art. 27). */
    record NoteNumberMissing(long entry) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.note-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry));
        }
    }

    /** The re-entry is what stands already. */
    record ChangesNothing(long entry) implements ProjectRefusal {
        @Override
        public String code() {
            return "correction.changes-nothing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry));
        }
    }
}
