package org.aidledger.app.exchange.evidence;

import java.time.YearMonth;
import java.util.Optional;
import org.aidledger.money.Currency;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;

/**
 * What to take evidence of.
 *
 * @param clocks of the figures; a period, an inspection and a sheet have their own
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

        /** One figure of a project: the events of its stream, and this figure alone. */
        record Figure(String project, Currency currency, Measure measure) implements Scope {
        }

        /** What the closing of a month sealed, of a reporting entity's periods. */
        record Sheet(String periods, YearMonth month) implements Scope {
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
