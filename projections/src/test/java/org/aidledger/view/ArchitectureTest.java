package org.aidledger.view;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** Who may know whom among the read models. */
@AnalyzeClasses(packages = "org.aidledger.view", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchRule views_know_messages_and_never_decisions =
            noClasses().that().resideInAPackage("org.aidledger.view..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.gateway..", "org.aidledger.aggregate..",
                            "org.aidledger.rules..", "org.aidledger.tlog..", "org.aidledger.log..")
                    .orShould().dependOnClassesThat().haveNameMatching(
                            "org\\.aidledger\\.(?!view\\.).*(Aggregate|Decisions|State|Context|Command|AidProjects?|PostInspections?|AccountingPeriods?|Bookings|Postings|Inspectors|ForeignNgos?|LedgerActors?|RateTables?|ProgrammeTargets?|BankStatements?|Reconciliations)(\\$.*)?");

    @ArchTest static final ArchRule one_projection_knows_nothing_of_another =
            slices().matching(
                    "org.aidledger.view.(balance|trail|project|inspection|period|donor|actor|rate|deadline|programme"
                            + "|signal|bank)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest static final ArchRule a_projection_does_not_know_who_runs_it =
            noClasses().that().resideInAnyPackage("org.aidledger.view.balance..", "org.aidledger.view.trail..",
                    "org.aidledger.view.project..", "org.aidledger.view.inspection..", "org.aidledger.view.period..",
                    "org.aidledger.view.donor..", "org.aidledger.view.actor..", "org.aidledger.view.rate..",
                    "org.aidledger.view.deadline..", "org.aidledger.view.programme..",
                    "org.aidledger.view.signal..", "org.aidledger.view.bank..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.view.live..", "org.aidledger.view.rebuild..");

    @ArchTest static final ArchRule only_the_live_views_know_axon =
            noClasses().that().resideOutsideOfPackage("org.aidledger.view.live..")
                    .should().dependOnClassesThat().resideInAPackage("org.axonframework..");

    @ArchTest static final ArchRule a_projection_depends_on_its_entries_alone =
            noClasses().that(simpleNameEndingWith("Projection").and(resideInAPackage("org.aidledger.view..")))
                    .should().dependOnClassesThat().areAssignableTo(Clock.class)
                    .orShould().dependOnClassesThat().areAssignableTo(Random.class)
                    .orShould().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now");

    @ArchTest static final ArchRule every_package_is_null_marked =
            classes().that().haveSimpleName("package-info").should()
                    .beAnnotatedWith("org.jspecify.annotations.NullMarked");
}
