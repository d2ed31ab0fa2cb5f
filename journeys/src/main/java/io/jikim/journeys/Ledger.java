package io.jikim.journeys;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the services' own tables say, read as the superuser and never through a service.
public final class Ledger {

    static final List<String> DATABASES = List.of("consent", "identity", "audit", "retention");

    private final Stage stage;

    public Ledger(Stage stage) {
        this.stage = stage;
    }

    /// Changes a service's tables behind its back; returns how many rows.
    public int change(String database, String sql, Object... parameters) {
        var url = Sightings.at(stage.get("JIKIM_LIVE_ADMIN_URL"), database);
        try (var connection = DriverManager.getConnection(url);
                var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new StoryBroken("Cannot change " + database, e);
        }
    }

    /// The rows of a query in one service's database, each with its columns joined by `|`.
    public List<String> rows(String database, String sql, Object... parameters) {
        var url = Sightings.at(stage.get("JIKIM_LIVE_ADMIN_URL"), database);
        try (var connection = DriverManager.getConnection(url);
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var rows = select.executeQuery()) {
                var width = rows.getMetaData().getColumnCount();
                var found = new ArrayList<String>();
                while (rows.next()) {
                    var columns = new ArrayList<String>();
                    for (int i = 1; i <= width; i++) {
                        columns.add(String.valueOf(rows.getString(i)));
                    }
                    found.add(String.join("|", columns));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StoryBroken("Cannot look into " + database, e);
        }
    }
}
