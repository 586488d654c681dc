package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.rules.AidSubject;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of a project's dossier, its appraisal and the decisions on it. Mutable. */
final class Procedure {

    private final Set<String> submitted = new LinkedHashSet<>();
    private final Set<AidSubject> subjects = new HashSet<>();
    private final Set<ActorId> submitters = new HashSet<>(4);
    private final Set<ActorId> appraisers = new HashSet<>(4);
    /** Requests for an opinion that none came to yet, by version. */
    private final Map<Long, OpinionRequested> open = new HashMap<>(4);
    private @Nullable DossierAccepted accepted;
    private @Nullable AppraisalResult appraisal;
    private final Set<String> decisions = new HashSet<>(4);
    private List<Money> approved = List.of();
    private int version;
    private @Nullable LocalDate firstApproval;
    private @Nullable LocalDate latestApproval;

    void add(long at, ProcedureEvent event, @Nullable ActorId actor) {
        switch (event) {
            case DossierSubmitted e -> {
                e.items().forEach(item -> submitted.add(item.type()));
                subjects.addAll(e.subjects());
                add(actor, submitters);
            }
            case DossierReturned e -> accepted = null;
            case DossierAccepted e -> {
                accepted = e;
                appraisal = null;
            }
            case OpinionRequested e -> open.put(at, e);
            case OpinionReceived e -> open.remove(e.request());
            case AppraisalConcluded e -> {
                appraisal = e.result();
                add(actor, appraisers);
            }
            case AidRefused e -> decisions.add(e.decision().reference());
            case ApprovalAmended e -> {
                decisions.add(e.decision().reference());
                approved = e.approved();
                version = e.approvalVersion();
            }
            case ApprovalRevoked e -> {
                decisions.add(e.decision().reference());
                approved = List.of();
            }
        }
    }

    private static void add(@Nullable ActorId actor, Set<ActorId> actors) {
        if (actor != null) {
            actors.add(actor);
        }
    }

    void approve(AidApproved approval) {
        approved = approved.isEmpty() ? approval.approved() : together(approved, approval.approved());
        version = Math.max(1, version);
        decisions.add(approval.decision().reference());
        latestApproval = approval.effectiveDate();
        if (firstApproval == null || approval.effectiveDate().isBefore(firstApproval)) {
            firstApproval = approval.effectiveDate();
        }
    }

    private static List<Money> together(List<Money> before, List<Money> more) {
        var sums = new ArrayList<>(before);
        for (Money money : more) {
            int at = 0;
            while (at < sums.size() && !sums.get(at).currency().equals(money.currency())) {
                at++;
            }
            if (at == sums.size()) {
                sums.add(money);
            } else {
                sums.set(at, sums.get(at).plus(money));
            }
        }
        return List.copyOf(sums);
    }

    boolean hasDecision(String number) {
        return decisions.contains(number);
    }

    Set<ActorId> submitters() {
        return submitters;
    }

    Set<ActorId> appraisers() {
        return appraisers;
    }

    Set<String> submitted() {
        return submitted;
    }

    Set<AidSubject> subjects() {
        return subjects;
    }

    /** The documents still to come of a dossier that was accepted without them. */
    List<String> stillMissing() {
        return accepted == null ? List.of()
                : accepted.missing().stream().filter(type -> !submitted.contains(type)).toList();
    }

    @Nullable
    LocalDate appraisalDue() {
        return accepted == null ? null : accepted.appraisalDue();
    }

    boolean isFavourable() {
        return appraisal == AppraisalResult.FAVOURABLE;
    }

    /** Null: none is asked for there, or the opinion came. */
    @Nullable
    OpinionRequested openRequest(long at) {
        return open.get(at);
    }

    /** What is approved now, one amount a currency. */
    List<Money> approved() {
        return approved;
    }

    /** 1 for the first approval, one more for each amendment; 0 without any. */
    int approvalVersion() {
        return version;
    }

    @Nullable
    LocalDate firstApproval() {
        return firstApproval;
    }

    @Nullable
    LocalDate latestApproval() {
        return latestApproval;
    }
}
