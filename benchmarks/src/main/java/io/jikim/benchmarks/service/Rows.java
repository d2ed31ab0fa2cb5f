package io.jikim.benchmarks.service;

import io.jikim.contracts.ConsentGiven;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/// The rows beside the messages, written in the transaction at hand.
@Singleton
class Rows {

    static final String TENANT = "bench";

    private static final String FACT =
            "insert into fact (id, tenant, subject, purpose, given_at) values (?, ?, ?, ?, ?)";
    private static final String EFFECT =
            "insert into effect (event_id, tenant, subject, purpose, given_at)"
                    + " values (?, ?, ?, ?, ?)";

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    void fact(ConsentGiven fact) {
        insert(FACT, fact.consentId(), fact);
    }

    void effect(UUID event, ConsentGiven fact) {
        insert(EFFECT, event, fact);
    }

    private void insert(String sql, UUID id, ConsentGiven fact) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, TENANT);
            insert.setString(3, fact.key());
            insert.setString(4, fact.purpose());
            insert.setObject(5, fact.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
