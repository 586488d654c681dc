package org.aidledger.app.exchange.evidence;

import static org.aidledger.app.testing.AidStory.advance;
import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;

import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;

/** A served ledger with something to prove: a project that paid and corrected, another one, an inspection. */
final class EvidenceLedger implements AutoCloseable {

    final TestLedger served = TestLedger.closed();
    /** Index of the disbursement, the last event of project PRJ-1. */
    final long paid;

    EvidenceLedger() {
        Caller officer = served.as("officer");
        for (int i = 10; i < 40; i++) {
            registered(officer, "PRJ-" + i);
        }
        AidStory project = financed(officer, "PRJ-1");
        paid = officer.posts(project.path("disbursements"), advance("60.50")).thenStatus(201).json().get("firstIndex")
                .longValue();
        AidStory second = registered(officer, "PRJ-2");
        second.enters("pledges", "\"direction\":\"IN\",\"donor\":{\"name\":\"B\"}," + money("7.12"));
        served.as("inspector").posts("/api/v1/inspections?wait=projected", """
                {"inspection":"INS-1","title":"Hậu kiểm","projects":["PRJ-2"],"team":["inspector"],
                 "effectiveDate":"2024-05-01"}""").thenStatus(201);
        officer.posts(second.path("pledges") + "?wait=projected",
                "{\"direction\":\"IN\",\"donor\":{\"name\":\"B\"}," + money("1") + ",\"effectiveDate\":\"2024-05-02\"}")
                .thenStatus(201);
    }

    byte[] bundle() {
        return served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1").thenStatus(200).bytes();
    }

    @Override
    public void close() {
        served.close();
    }
}
