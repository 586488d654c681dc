package org.aidledger.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.aidledger.aggregate.Streams;
import org.aidledger.inspection.PostInspections;
import org.aidledger.project.AidProjects;
import org.aidledger.view.Fold;
import org.aidledger.view.Projection;

/** Who may know whom in the application. */
@AnalyzeClasses(packages = "org.aidledger.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] INTERFACES = {"..app.rest..", "..app.web..", "..app.exchange..", "..app.clock.."};

    @ArchTest static final ArchRule interfaces_see_messages_and_never_aggregates =
            noClasses().that().resideInAnyPackage(INTERFACES).should().dependOnClassesThat()
                    .belongToAnyOf(AidProjects.class, PostInspections.class, Streams.class)
                    .orShould().dependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.aggregate..", "org.axonframework..");

    @ArchTest static final ArchRule interfaces_find_and_never_fold =
            noClasses().that().resideInAnyPackage(INTERFACES).should().dependOnClassesThat()
                    .areAssignableTo(Projection.class)
                    .orShould().dependOnClassesThat().belongToAnyOf(Fold.class)
                    .orShould().dependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.view.live..", "org.aidledger.view.rebuild..");

    @ArchTest static final ArchRule interfaces_reach_the_database_through_others =
            noClasses().that().resideInAnyPackage("..app.rest..", "..app.web..", "..app.clock..", "..app.security..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest static final ArchRule rest_and_pages_do_not_know_each_other =
            noClasses().that().resideInAPackage("..app.rest..").should().dependOnClassesThat()
                    .resideInAPackage("..app.web..");

    @ArchTest static final ArchRule pages_do_not_know_the_interface_for_programs =
            noClasses().that().resideInAPackage("..app.web..").should().dependOnClassesThat()
                    .resideInAPackage("..app.rest..");

    @ArchTest static final ArchRule only_those_who_open_a_ledger_know_the_command_line =
            noClasses().that().resideOutsideOfPackages("..app.cli..", "org.aidledger.app").should()
                    .dependOnClassesThat()
                    .resideInAPackage("..app.cli..");

    @ArchTest static final ArchRule the_web_framework_stays_at_the_rim =
            noClasses().that()
                    .resideInAnyPackage("..app.cli..", "..app.exchange..", "..app.benchmark..", "..app.demo..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

    @ArchTest static final ArchRule routes_and_pages_are_nobodys_to_call =
            classes().that().resideInAnyPackage("..app.rest..", "..app.web..").and().areTopLevelClasses()
                    .should().notBePublic();

}
