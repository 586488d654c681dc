package org.aidledger.app.exchange.iati.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.app.exchange.iati.intake.Comparison.ActivityDifferences;
import org.aidledger.app.exchange.iati.intake.Comparison.Sums;
import org.aidledger.app.exchange.iati.intake.Comparison.Transaction;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;

/** Adds up, from the events of an import, what its file says differently from earlier ones. */
final class Differences {

    private final EntryReader log;
    private final Catalogue catalogue;
    private final Map<ProjectId, OfProject> projects = new LinkedHashMap<>();
    private final FlowSums vanished = new FlowSums();
    private final FlowSums appeared = new FlowSums();
    private long amended;

    Differences(EntryReader log, Catalogue catalogue) {
        this.log = log;
        this.catalogue = catalogue;
    }

    private static final class OfProject {
        private final List<Transaction> vanished = new ArrayList<>();
        private final List<Transaction> appeared = new ArrayList<>();
        private final List<FactChange> facts = new ArrayList<>();
        private final Set<Long> amended = new HashSet<>();
        private final TreeMap<String, Long> amendedFields = new TreeMap<>();
    }

    private OfProject of(ProjectId project) {
        return projects.computeIfAbsent(project, id -> new OfProject());
    }

    void appeared(Entry entry, Movement movement) {
        IatiFlow flow = Objects.requireNonNull(movement.iati());
        of(movement.project()).appeared.add(transaction(entry, movement, flow));
        appeared.add(flow.type(), movement.money());
    }

    void vanished(Entry entry, EntryCorrected corrected) {
        Movement reversed = corrected.reversed();
        IatiFlow flow = Objects.requireNonNullElseGet(reversed.iati(), () -> flowOf(entry, corrected));
        of(corrected.project()).vanished.add(transaction(entry, reversed, flow));
        vanished.add(flow.type(), reversed.money());
    }

    /** What stood was entered by an officer in the place of what the file said. */
    private IatiFlow flowOf(Entry entry, EntryCorrected corrected) {
        Movement first = (Movement) payload(entry.stream(), corrected.corrected());
        return Objects.requireNonNull(first.iati());
    }

    private static Transaction transaction(Entry entry, Movement movement, IatiFlow flow) {
        return new Transaction(flow.type(), movement.effectiveDate(), flow.valueDate(),
                movement.money().amount().toPlainString(), movement.money().currency().code(), entry.index());
    }

    void amended(FactAmended amendment) {
        OfProject project = of(amendment.project());
        Long entry = amendment.entry();
        if (entry == null) {
            project.facts.add(new FactChange(amendment.field(), amendment.was(), amendment.becomes()));
            return;
        }
        if (project.amended.add(entry)) {
            amended++;
        }
        project.amendedFields.merge(amendment.field(), 1L, Long::sum);
    }

    /** @throws IllegalStateException when the log does not hold what the comparison says it found */
    Comparison result(FileCompared compared) {
        if (compared.vanished() != vanished.total() || compared.appeared() != appeared.total()
                || compared.amended() != amended) {
            throw new IllegalStateException("the log holds " + vanished.total() + " withdrawals, " + appeared.total()
                    + " new and " + amended + " amended transactions, and not what was compared: " + compared);
        }
        List<ActivityDifferences> byActivity = projects.entrySet().stream()
                .map(project -> differences(project.getKey(), project.getValue())).toList();
        return new Comparison(compared.activities(), compared.matched(), amended,
                new Sums(vanished.total(), vanished.texts()), new Sums(appeared.total(), appeared.texts()),
                byActivity);
    }

    private ActivityDifferences differences(ProjectId project, OfProject found) {
        var registered = (ProjectRegistered) payload(project.value(), 0);
        return new ActivityDifferences(registered.code(), project.value(), found.vanished, found.appeared,
                found.facts, found.amended.size(), found.amendedFields);
    }

    private LedgerEvent payload(String stream, long version) {
        return catalogue.decode(log.leavesOf(stream, version, 1).getFirst()).payload();
    }
}
