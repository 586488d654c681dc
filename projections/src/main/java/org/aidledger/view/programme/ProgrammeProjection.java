package org.aidledger.view.programme;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.programme.SectorTarget;
import org.aidledger.programme.TargetEvent;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.project.Place;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Keeps one row a programme, a setting of targets and a sector aimed at. */
public final class ProgrammeProjection implements Projection {

    public static final String NAME = "programme";

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
        for (Entry entry : batch) {
            if (entry.payload() instanceof TargetEvent event) {
                switch (event) {
                    case ProgrammeDecided e -> decided(e, entry.index(), connection);
                    case TargetsSet e -> set(e, entry.index(), connection);
                }
            }
        }
    }

    private static void decided(ProgrammeDecided e, long index, Connection connection) throws SQLException {
        Place province = e.province();
        run(connection, "insert into programme values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                e.programme().value(), index, text(e.nameVi()), text(e.nameEn()),
                province == null ? null : text(province.province()), province == null ? null : province.listDate(),
                e.firstYear(), e.lastYear());
    }

    private static void set(TargetsSet e, long index, Connection connection) throws SQLException {
        run(connection, "insert into target values (?, ?, ?, ?, ?)", index, e.programme().value(), e.year(),
                e.donors(), text(e.decision().reference()));
        int place = 0;
        for (SectorTarget target : e.sectors()) {
            run(connection, "insert into sector_target values (?, ?, ?, ?, ?, ?)", index, place++,
                    text(target.vocabulary()), text(target.code()), target.value().amount(),
                    text(target.value().currency().code()));
        }
    }

    /** U+0000 is the one character that PostgreSQL's text cannot hold. */
    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
