package io.jikim.example.newsletter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// This service's own database: subscribers keyed by its own user id, and what it has answered.
class Subscribers implements AutoCloseable {

    private final Connection connection;

    Subscribers(Settings.Database database) throws SQLException {
        connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        try (var create = connection.createStatement()) {
            create.execute(
                    """
                    create table if not exists subscriber (
                        user_id text primary key,
                        address text not null,
                        frozen boolean not null default false);
                    create table if not exists open_case (
                        case_id uuid primary key,
                        subject_ref uuid not null);
                    create table if not exists answer (
                        case_id uuid not null,
                        phase text not null,
                        round int not null,
                        acknowledgement text not null,
                        primary key (case_id, phase, round));
                    """);
        }
        connection.setAutoCommit(false);
    }

    /// A case whose person is not known yet; asked again until Jikim can say who it is.
    void remember(UUID caseId, UUID subject) throws SQLException {
        update("insert into open_case values (?, ?) on conflict do nothing", caseId, subject);
        connection.commit();
    }

    /// A case that is over before it was known whose it is.
    void forget(UUID caseId) throws SQLException {
        update("delete from open_case where case_id = ?", caseId);
        connection.commit();
    }

    Map<UUID, UUID> openCases() throws SQLException {
        var cases = new LinkedHashMap<UUID, UUID>();
        try (var select =
                        connection.prepareStatement("select case_id, subject_ref from open_case");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                cases.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
        }
        connection.commit();
        return cases;
    }

    Optional<String> answer(UUID caseId, String phase, int round) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select acknowledgement from answer"
                                + " where case_id = ? and phase = ? and round = ?")) {
            select.setObject(1, caseId);
            select.setString(2, phase);
            select.setInt(3, round);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } finally {
            connection.commit();
        }
    }

    /// Stops sending to this user; the effect and the answer commit together.
    void freeze(String userId, UUID caseId, String acknowledgement) throws SQLException {
        update("update subscriber set frozen = true where user_id = ?", userId);
        update("delete from open_case where case_id = ?", caseId);
        answered(caseId, "FROZEN", 1, acknowledgement);
    }

    /// How many rows are about this user.
    long count(String userId) throws SQLException {
        try (var select =
                connection.prepareStatement("select count(*) from subscriber where user_id = ?")) {
            select.setString(1, userId);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// Erases this user; the effect and the answer commit together.
    void erase(String userId, UUID caseId, int round, String acknowledgement) throws SQLException {
        update("delete from subscriber where user_id = ?", userId);
        answered(caseId, "DONE", round, acknowledgement);
    }

    /// Leaves the rows and keeps the answer. `thaw` lets the service go on with them: nothing about
    /// this category was ordered. A held row stays frozen.
    void leave(String userId, UUID caseId, int round, String acknowledgement, boolean thaw)
            throws SQLException {
        if (thaw) {
            update("update subscriber set frozen = false where user_id = ?", userId);
        }
        answered(caseId, "DONE", round, acknowledgement);
    }

    private void answered(UUID caseId, String phase, int round, String acknowledgement)
            throws SQLException {
        update(
                "insert into answer values (?, ?, ?, ?) on conflict do nothing",
                caseId,
                phase,
                round,
                acknowledgement);
        connection.commit();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
