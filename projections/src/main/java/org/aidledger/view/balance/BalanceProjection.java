package org.aidledger.view.balance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.period.ReportingEntity;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.view.Projection;

/**
 * Writes the postings of every event and, each time the log passes a multiple of the block size, the sums of everything before
 * it, so that totals of all projects never add up the whole log (see {@link Balances#totals}).
 */
public final class BalanceProjection implements Projection {

    public static final String NAME = "balance";
    /** A total adds up at most this many events one by one. */
    public static final int BLOCK_EVENTS = 16_384;

    private static final String POSTING =
            "posting (event_index, recorded_at, effective_date, line, project, account, contra,"
                    + " currency, amount, booking_period, money_account, donor, funding_source)";
    private static final int POSTING_COLUMNS = 13;

    private final int blockEvents;

    public BalanceProjection() {
        this(BLOCK_EVENTS);
    }

    BalanceProjection(int blockEvents) {
        this.blockEvents = blockEvents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        Blocks blocks = new Blocks(blockEvents, batch.getFirst().index(), batch.getLast().index() + 1);
        copyPostings(batch, blocks, connection);
        insertAccounts(batch, connection);
        copyEntities(batch, connection);
        blocks.write(connection);
    }

    private static void copyPostings(List<Entry> batch, Blocks blocks, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, POSTING)) {
            for (Entry entry : batch) {
                for (Posting posting : Postings.of(entry)) {
                    blocks.add(posting);
                    copy.row(POSTING_COLUMNS).put(posting.index()).put(posting.recordedAt())
                            .put(posting.effectiveDate())
                            .putSmall(posting.line()).put(posting.project()).put(posting.account().name())
                            .put(posting.contra().name()).put(posting.currency().code()).put(posting.amount())
                            .put(posting.bookingPeriod().toString()).putText(posting.moneyAccount())
                            .putText(posting.donor()).put(posting.fundingSource().name());
                }
            }
            copy.finish();
        }
    }

    private static void insertAccounts(List<Entry> batch, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into aid_account values (?, ?, ?)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof AidAccountOpened opened) {
                    insert.setLong(1, entry.index());
                    insert.setObject(2, opened.effectiveDate());
                    insert.setString(3, opened.project().value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void copyEntities(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "reporting_entity (event_index, project, entity)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof ProjectRegistered registered
                        && registered.reportingEntity() instanceof ReportingEntity entity) {
                    copy.row(3).put(entry.index()).put(registered.project().value()).putText(entity.key());
                }
            }
            copy.finish();
        }
    }
}
