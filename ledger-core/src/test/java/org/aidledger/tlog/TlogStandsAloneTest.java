package org.aidledger.tlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.aidledger.tlog", importOptions = DoNotIncludeTests.class)
class TlogStandsAloneTest {

    @ArchTest static final ArchRule THE_TRANSPARENCY_LOG_DEPENDS_ON_THE_JDK_ALONE =
            classes().should().onlyDependOnClassesThat()
                    .resideInAnyPackage("org.aidledger.tlog..", "java..", "org.jspecify.annotations");

    @ArchTest static final ArchRule THE_LOG_S_FORMATS_KNOW_NOTHING_OF_WHAT_IS_PACKED_IN_THEM =
            noClasses().that().resideInAPackage("org.aidledger.tlog")
                    .should().dependOnClassesThat().resideInAPackage("org.aidledger.tlog.evidence");
}
