package org.aidledger.app.exchange.evidence;

import java.time.YearMonth;
import java.util.Optional;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.view.AsOf;

/**
 * What to take evidence of.
 *
 * @param clocks of the figures; a period and an inspection have their own
 * @param since a checkpoint saved earlier: the bundle then shows that the log goes on from it
 */
public record EvidenceRequest(Scope scope, AsOf clocks, Optional<SignedCheckpoint> since) {

    /** Which events belong to it. */
    public sealed interface Scope {

        /** One project: every event that concerns it, and its figures. */
        record Project(String id) implements Scope {
        }

        /** One post-inspection: what it recorded, and its projects as it froze them. */
        record Inspection(String id) implements Scope {
        }

        /** Everything that was recorded in these months, in Viet Nam's time, and what it posted on each account. */
        record Period(YearMonth first, YearMonth last) implements Scope {
            public Period {
                if (last.isBefore(first)) {
                    throw new IllegalArgumentException("the period ends in " + last + ", before it begins in " + first);
                }
            }
        }
    }

    /** Of a project, as it is known now. */
    public static EvidenceRequest ofProject(String id) {
        return new EvidenceRequest(new Scope.Project(id), AsOf.now(), Optional.empty());
    }
}
