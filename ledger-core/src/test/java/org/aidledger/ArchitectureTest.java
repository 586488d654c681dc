package org.aidledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/** Who may know whom in the core, and what no decision may reach for. */
@AnalyzeClasses(packages = "org.aidledger", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN =
            List.of("project", "inspection", "period", "ngo", "rate", "programme", "bank", "intake", "money", "time",
                    "actor",
                    "document",
                    "event",
                    "rules")
                    .stream().map(name -> "org.aidledger." + name + "..").toArray(String[]::new);

    /** Where Axon keeps an aggregate, how it is registered, and what reads files of rules: the rim of the domain. */
    private static final DescribedPredicate<JavaClass> SHELLS =
            nameMatching("org\\.aidledger\\.(project\\.(AidProjects?|Inspectors|Postings)|inspection\\.PostInspections?"
                    + "|period\\.(AccountingPeriods?|Bookings|PeriodTags)|ngo\\.ForeignNgos?|rules\\.Rule(Files|Node)"
                    + "|actor\\.(LedgerActors?|Delegations)|rate\\.RateTables?|programme\\.ProgrammeTargets?"
                    + "|bank\\.(BankStatements?|BankTags|Reconciliations))(\\$.*)?")
                    .as("the aggregates' shells").forSubtype();

    private static final DescribedPredicate<JavaClass> DOMAIN_BUT_SHELLS =
            resideInAnyPackage(DOMAIN).and(not(SHELLS)).as("the domain but the aggregates' shells");

    @ArchTest static final ArchRule the_transparency_log_knows_the_jdk_only =
            classes().that().resideInAPackage("org.aidledger.tlog..")
                    .should().onlyDependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.tlog..", "java..", "org.jspecify..");

    @ArchTest static final ArchRule the_domain_knows_no_framework_and_no_storage =
            classes().that(DOMAIN_BUT_SHELLS)
                    .should().onlyDependOnClassesThat(resideInAnyPackage(DOMAIN).and(not(SHELLS))
                            .or(resideInAnyPackage("java.lang..", "java.math..", "java.time..", "java.util..",
                                    "org.jspecify..")));

    @ArchTest static final ArchRule value_types_know_no_feature =
            noClasses().that()
                    .resideInAnyPackage("org.aidledger.money..", "org.aidledger.time..", "org.aidledger.actor..",
                            "org.aidledger.document..", "org.aidledger.event..")
                    .should().dependOnClassesThat().resideInAnyPackage("org.aidledger.project..",
                            "org.aidledger.inspection..",
                            "org.aidledger.rules..");

    @ArchTest static final ArchRule the_catalogue_knows_no_storage_and_no_framework_but_jackson =
            classes().that().resideInAPackage("org.aidledger.catalogue..")
                    .should().onlyDependOnClassesThat(resideInAnyPackage(DOMAIN).and(not(SHELLS)).or(resideInAnyPackage(
                            "org.aidledger.catalogue..", "java..", "org.jspecify..", "tools.jackson..")));

    @ArchTest static final ArchRule no_decision_asks_the_clock =
            noClasses().that(DOMAIN_BUT_SHELLS).should().callMethodWhere(asksTheClock())
                    .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
                    .because("time comes in from the edge");

    @ArchTest static final ArchRule not_even_a_shell_asks_a_clock_it_was_not_given =
            noClasses().that().resideInAnyPackage(DOMAIN).should().callMethodWhere(asksTheClock());

    @ArchTest static final ArchRule nothing_in_the_domain_is_left_to_chance =
            noClasses().that().resideInAnyPackage(DOMAIN).should().callMethod(UUID.class, "randomUUID")
                    .orShould().callMethod(Math.class, "random")
                    .orShould().dependOnClassesThat()
                    .belongToAnyOf(Random.class, SecureRandom.class, ThreadLocalRandom.class,
                            RandomGenerator.class)
                    .because("the same history must decide the same for ever");

    @ArchTest static final ArchRule every_package_says_what_lives_in_it =
            classes().should(haveMarkedPackage());

    @ArchTest static final ArchRule no_class_is_named_after_nothing =
            noClasses().should().haveNameMatching(".*(Impl|Helper|Utils?|Manager|Service|Dto|DTO)");

    private static DescribedPredicate<JavaAccess<?>> asksTheClock() {
        var system = Set.of("currentTimeMillis", "nanoTime");
        return new DescribedPredicate<>("asks the clock") {
            @Override
            public boolean test(JavaAccess<?> call) {
                JavaClass owner = call.getTargetOwner();
                return owner.getPackageName().startsWith("java.time")
                        && (call.getName().equals("now")
                                || owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system"))
                        || owner.isEquivalentTo(System.class) && system.contains(call.getName());
            }
        };
    }

    private static ArchCondition<JavaClass> haveMarkedPackage() {
        return new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var home = type.getPackage();
                boolean marked = home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, home.getName() + " has no @NullMarked package-info"));
            }
        };
    }
}
