package org.aidledger.app.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A program of its own that uses the local database over one connection, which it keeps: started by the tests, it reads a
 * statement a line, and answers a line each.
 */
final class DatabaseUser {

    private DatabaseUser() {
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var database = LocalDatabase.open(Path.of(arguments[0]), List.of(), Duration.parse(arguments[1]))
                .closeAtExit()) {
            var login = database.login(DatabaseRole.APPLICATION);
            try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
                System.out.println("ready " + login.url());
                for (var line = input.readLine(); line != null && !line.equals("leave"); line = input.readLine()) {
                    System.out.println(answer(connection, line));
                }
            }
        } catch (LocalDatabaseFailure e) {
            System.out.println("failed " + String.valueOf(e.getMessage()).replace('\n', ' '));
            System.exit(1);
        }
    }

    private static String answer(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "done";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            return "refused " + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }
}
