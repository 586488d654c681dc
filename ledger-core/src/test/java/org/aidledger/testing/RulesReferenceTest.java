package org.aidledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.actor.ActorRules;
import org.aidledger.bank.BankRules;
import org.aidledger.inspection.InspectionRules;
import org.aidledger.ngo.NgoRules;
import org.aidledger.period.PeriodRules;
import org.aidledger.project.FlowRules;
import org.aidledger.project.ProjectRules;
import org.aidledger.project.StepRules;
import org.junit.jupiter.api.Test;

class RulesReferenceTest {

    private static final Path PAGE =
            Path.of(System.getProperty("aidledger.root", ".."), "docs", "reference", "rules.md");

    @Test
    void the_page_of_rules_is_the_one_the_tests_print() throws IOException {
        String page = new RulesReference().title("Rules", """
                Every rule with an example that breaks it and one that keeps it. The tests run these examples and print this page:
                `mvn -pl ledger-core test -Dtest=RulesReferenceTest -Daidledger.docs.write=true` writes it anew.

                An officer who decides or pays through the ledger is refused when a rule is broken, with all the rules that are, the
                gravest first, and nothing is recorded. What already happened and is reported is recorded whatever it breaks, and
                each broken rule is noted right after it under the same code.""")
                .chapter("Aid projects", ProjectRules.examples())
                .chapter("Steps of a project, and who takes them", StepRules.examples())
                .chapter("Promises changed, exchange, advances and goods", FlowRules.examples())
                .chapter("Post-inspections", InspectionRules.examples())
                .chapter("Roles", ActorRules.examples())
                .chapter("Donors", NgoRules.examples())
                .chapter("Accounting periods", PeriodRules.examples())
                .chapter("Bank statements", BankRules.examples()).text();
        if (Boolean.getBoolean("aidledger.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("%s is stale; write it with -Daidledger.docs.write=true", PAGE)
                .isEqualTo(page);
    }
}
