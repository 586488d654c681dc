package org.aidledger.view.donor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.DonorRegistered;
import org.aidledger.view.Projection;
import org.aidledger.view.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one row a donor, and after each event about its certificate the days on which that is in force: what was known at any
 * time is the last of these rows below its number of events.
 */
public final class DonorProjection implements Projection {

    public static final String NAME = "donor";

    /**
     * What an event makes of the days in force that were known before it.
     *
     * @param cutFrom from that day on the certificate is not in force, or null
     * @param addFrom with {@code addTo}: in force on these days; null for the day after the certificate's last so far
     * @param addTo null for the certificate's last day so far
     * @param adds whether days are added at all; never while the certificate is suspended, unless this ends that
     */
    private record Change(@Nullable LocalDate cutFrom, boolean adds, @Nullable LocalDate addFrom,
            @Nullable LocalDate addTo, @Nullable String certificate, @Nullable LocalDate validTo, boolean keepsValidTo,
            @Nullable Boolean suspended) {

        static @Nullable Change of(NgoEvent event) {
            return switch (event) {
                case CertificateGranted e -> new Change(null, true, e.validFrom(), e.validTo(),
                        e.certificate().reference(), e.validTo(), false, false);
                case CertificateExtended e ->
                    new Change(e.validTo().plusDays(1), true, null, e.validTo(), null, e.validTo(), false, null);
                case CertificateSuspended e ->
                    new Change(e.effectiveDate(), false, null, null, null, null, true, true);
                case CertificateResumed e ->
                    new Change(null, true, e.effectiveDate(), null, null, null, true, false);
                case CertificateRevoked e ->
                    new Change(e.effectiveDate(), false, null, null, null, null, false, false);
                default -> null;
            };
        }
    }

    private static final String STAND = """
            with last as (select * from standing where ngo = :1 order by event_index desc limit 1),
            before as (
                select coalesce((select active from last), '{}') as active, (select certificate from last) as certificate,
                       (select valid_to from last) as valid_to, coalesce((select suspended from last), false) as suspended),
            change as (
                select before.*, ?::date as cut_from, ?::boolean as adds, coalesce(?::date, valid_to) as add_from,
                       coalesce(?::date, valid_to) as add_to, ?::text as new_certificate, ?::date as new_valid_to,
                       ?::boolean as keeps_valid_to, ?::boolean as now_suspended from before)
            insert into standing (ngo, event_index, active, certificate, valid_to, suspended)
            select ?, ?,
                   active - case when cut_from is null then '{}' else datemultirange(daterange(cut_from, null)) end
                       + case when adds and add_from <= add_to and not coalesce(now_suspended, suspended)
                              then datemultirange(daterange(add_from, add_to, '[]')) else '{}' end,
                   coalesce(new_certificate, certificate), case when keeps_valid_to then valid_to else new_valid_to end,
                   coalesce(now_suspended, suspended)
            from change""".replace(":1", "?");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        List<Entry> donors = batch.stream().filter(entry -> entry.payload() instanceof NgoEvent).toList();
        if (donors.isEmpty()) {
            return;
        }
        copyDonors(donors, connection);
        stand(donors, connection);
    }

    private static void copyDonors(List<Entry> entries, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection,
                "donor (id, registered_index, effective_date, kind, name, name_vi, country, search)")) {
            for (Entry entry : entries) {
                if (entry.payload() instanceof DonorRegistered r) {
                    copy.row(8).put(r.ngo().value()).put(entry.index()).put(r.effectiveDate()).put(r.kind().name())
                            .putText(r.name()).putText(r.nameVi()).putText(r.country())
                            .putText(SearchText.of(Stream.of(r.ngo().value(), r.name(), r.nameVi())
                                    .filter(Objects::nonNull).collect(Collectors.joining(" "))));
                }
            }
            copy.finish();
        }
    }

    private static void stand(List<Entry> entries, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STAND)) {
            for (Entry entry : entries) {
                NgoEvent event = (NgoEvent) entry.payload();
                Change change = Change.of(event);
                if (change != null) {
                    insert.setString(1, event.ngo().value());
                    insert.setObject(2, change.cutFrom);
                    insert.setBoolean(3, change.adds);
                    insert.setObject(4, change.addFrom);
                    insert.setObject(5, change.addTo);
                    insert.setString(6, change.certificate == null ? null : change.certificate.replace('\0', '\uFFFD'));
                    insert.setObject(7, change.validTo);
                    insert.setBoolean(8, change.keepsValidTo);
                    insert.setObject(9, change.suspended);
                    insert.setString(10, event.ngo().value());
                    insert.setLong(11, entry.index());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
