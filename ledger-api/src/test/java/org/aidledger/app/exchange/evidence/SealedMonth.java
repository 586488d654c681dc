package org.aidledger.app.exchange.evidence;

import static org.aidledger.app.testing.AidStory.money;

import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;

/** A reporting entity that closed January 2024 on a pledge of 100.5 USD, and what came after. */
final class SealedMonth {

    private final TestLedger served;

    SealedMonth(TestLedger served) {
        this.served = served;
        Caller officer = served.as("officer");
        officer.posts("/api/v1/projects",
                """
                {"project":"PRJ-S","code":"PRJ-S","titleEn":"Clean water","kind":"PROJECT","budgetTreatment":"OFF_BUDGET",
                 "donors":[{"name":"A donor"}],"aidOwner":{"ref":"VN-A","name":"Sở Y tế"},"effectiveDate":"2024-01-02"}""")
                .thenStatus(201);
        served.as("accountant").posts("/api/v1/periods",
                "{\"period\":\"PER-A\",\"entity\":\"VN-A\",\"first\":\"2024-01\",\"effectiveDate\":\"2024-01-02\"}")
                .thenStatus(201);
        officer.posts("/api/v1/projects/PRJ-S/pledges", "{\"direction\":\"IN\",\"donor\":{\"name\":\"A\"},"
                + money("100.50") + ",\"effectiveDate\":\"2024-01-10\"}").thenStatus(201);
        served.as("accountant").posts("/api/v1/periods/PER-A/closings?wait=projected",
                "{\"month\":\"2024-01\",\"effectiveDate\":\"2024-05-02\"}").thenStatus(201);
    }

    byte[] bundle() {
        return served.as("auditor").gets("/api/v1/evidence/sheets/PER-A/2024-01").thenStatus(200).bytes();
    }
}
