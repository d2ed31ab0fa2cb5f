package io.jikim.journeys;

import io.jikim.examples.ompass.Marker;
import io.jikim.examples.ompass.OmpassData;
import io.jikim.examples.ompass.OmpassDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/// The operator's own databases of one tenant: OMPASS's, and the newsletter service's.
public final class OperatorDatabases {

    private final Stage stage;
    private final String suffix;

    OperatorDatabases(Stage stage, String suffix) {
        this.stage = stage;
        this.suffix = suffix;
    }

    /// Creates OMPASS's database with this many people, and the login that Jikim is given for it.
    void create(Marker marker, int people) throws SQLException {
        var server = stage.get("JIKIM_LIVE_ADMIN_URL");
        try (var admin = DriverManager.getConnection(server);
                var statement = admin.createStatement()) {
            statement.execute("create database " + ompass());
            statement.execute("create database " + newsletter());
            statement.execute("create role %s login password '%s'".formatted(login(), login()));
        }
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        try (var connection = ompassConnection()) {
            OmpassDatabase.load(connection, new OmpassData(people, 7, today, marker));
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "grant select, insert, update, delete on all tables in schema public to "
                                + login());
                statement.execute("analyze");
            }
        }
    }

    /// The generated addresses are the same in every database of one seed; afterwards they stand in
    /// this one only.
    void makeAddressesOwn() throws SQLException {
        try (var connection = ompassConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$
                    declare own record;
                    begin
                        for own in select table_name, column_name from information_schema.columns
                            where table_schema = 'public' and data_type in ('text', 'character varying')
                        loop
                            execute format('update %%I set %%I = replace(%%I, ''.example'', ''.%1$s.example'')
                                where %%I like ''%%%%@tenant%%%%.example%%%%''',
                                own.table_name, own.column_name, own.column_name, own.column_name);
                        end loop;
                    end $$
                    """
                            .formatted(suffix));
        }
    }

    /// Puts the marker person into the newsletter service's table under the operator's id.
    void subscribe(Marker marker) throws SQLException {
        try (var connection = newsletterConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into subscriber (user_id, address) values (?, ?)")) {
            insert.setString(1, String.valueOf(marker.id()));
            insert.setString(2, marker.email());
            insert.executeUpdate();
        }
    }

    public long count(String from) {
        try (var connection = ompassConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new StoryBroken("Cannot count " + from, e);
        }
    }

    Connection ompassConnection() throws SQLException {
        return DriverManager.getConnection(
                Sightings.at(stage.get("JIKIM_LIVE_ADMIN_URL"), ompass()));
    }

    Connection newsletterConnection() throws SQLException {
        return DriverManager.getConnection(newsletterUrl());
    }

    String newsletterUrl() {
        return Sightings.at(stage.get("JIKIM_LIVE_ADMIN_URL"), newsletter());
    }

    /// How retention-service reaches OMPASS's database from where it runs.
    String ompassUrlForServices() {
        var here = stage.get("JIKIM_LIVE_ADMIN_URL").replaceFirst("\\?.*$", "");
        var server = stage.getOr("JIKIM_LIVE_URL_FOR_SERVICES", here);
        return Sightings.at(server, ompass());
    }

    String ompass() {
        return "ompass_" + suffix;
    }

    String newsletter() {
        return "newsletter_" + suffix;
    }

    String login() {
        return "jikim_at_ompass_" + suffix;
    }
}
