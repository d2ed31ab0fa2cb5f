package io.jikim.platform.crypto;

import io.jikim.platform.access.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keys, tombstones and frozen subjects as the key database keeps them.
@ApplicationScoped
class KeyRows {

    private final KeyDatabase database;

    KeyRows(KeyDatabase database) {
        this.database = database;
    }

    Optional<KeyRow> byId(Tenant tenant, UUID id) {
        return database.ask(
                "select * from subject_key where tenant = ? and key_id = ?", tenant.code(), id);
    }

    Optional<KeyRow> living(Tenant tenant, KeyName name) {
        return database.ask(
                "select * from subject_key where tenant = ? and subject = ? and key_class = ?"
                        + " and expiry = ? and state <> 'DESTROYED'",
                tenant.code(),
                name.subject(),
                name.keyClass(),
                name.expiry());
    }

    /// Stores a new key unless the subject is frozen or another one has come first.
    void create(Tenant tenant, NewKey key, Instant at) {
        database.change(
                tenant,
                key.name().subject(),
                connection -> {
                    refuseFrozen(connection, tenant, key.name().subject());
                    KeyDatabase.run(
                            connection,
                            "insert into subject_key (key_id, tenant, subject, key_class, expiry,"
                                    + " kek, kek_epoch, wrapped_dek, commitment, canary, created_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                    + " on conflict do nothing",
                            key.id(),
                            tenant.code(),
                            key.name().subject(),
                            key.name().keyClass(),
                            key.name().expiry(),
                            key.name().kek(),
                            key.epoch(),
                            key.wrapped(),
                            key.commitment(),
                            key.canary(),
                            Timestamp.from(at));
                    return key;
                });
    }

    void suspend(Tenant tenant, UUID subject, UUID caseId, Instant at) {
        database.change(
                tenant,
                subject,
                connection -> {
                    freeze(connection, tenant, subject, "SUSPENDED", caseId, at);
                    return KeyDatabase.run(
                            connection,
                            "update subject_key set state = 'SUSPENDED', suspended_at = ?,"
                                    + " case_id = ? where tenant = ? and subject = ?"
                                    + " and state = 'ACTIVE'",
                            Timestamp.from(at),
                            caseId,
                            tenant.code(),
                            subject);
                });
    }

    void resume(Tenant tenant, UUID subject) {
        database.change(
                tenant,
                subject,
                connection -> {
                    KeyDatabase.run(
                            connection,
                            "delete from subject_freeze where tenant = ? and subject = ?"
                                    + " and state = 'SUSPENDED'",
                            tenant.code(),
                            subject);
                    return KeyDatabase.run(
                            connection,
                            "update subject_key set state = 'ACTIVE', suspended_at = null,"
                                    + " case_id = null where tenant = ? and subject = ?"
                                    + " and state = 'SUSPENDED'",
                            tenant.code(),
                            subject);
                });
    }

    /// The tombstones that this case has made, now or before.
    List<DestroyedKey> destroy(
            Tenant tenant, UUID subject, Collection<String> classes, UUID caseId, Instant at) {
        return database.change(
                tenant,
                subject,
                connection -> {
                    if (classes.isEmpty()) {
                        freeze(connection, tenant, subject, "CLOSED", caseId, at);
                    }
                    Array named = connection.createArrayOf("text", classes.toArray());
                    KeyDatabase.run(
                            connection,
                            "update subject_key set state = 'DESTROYED', wrapped_dek = null,"
                                    + " destroyed_at = ?, case_id = ? where tenant = ?"
                                    + " and subject = ? and state <> 'DESTROYED'"
                                    + " and (? or key_class = any(?))",
                            Timestamp.from(at),
                            caseId,
                            tenant.code(),
                            subject,
                            classes.isEmpty(),
                            named);
                    return tombstones(
                            connection,
                            "select * from subject_key where tenant = ? and subject = ?"
                                    + " and case_id = ? and state = 'DESTROYED'"
                                    + " and (? or key_class = any(?)) order by key_id",
                            tenant.code(),
                            subject,
                            caseId,
                            classes.isEmpty(),
                            named);
                });
    }

    /// The newest tombstone of this name.
    Optional<DestroyedKey> destroy(Tenant tenant, KeyName name, UUID caseId, Instant at) {
        return database.change(
                tenant,
                name.subject(),
                connection -> {
                    KeyDatabase.run(
                            connection,
                            "update subject_key set state = 'DESTROYED', wrapped_dek = null,"
                                    + " destroyed_at = ?, case_id = ? where tenant = ?"
                                    + " and subject = ? and key_class = ? and expiry = ?"
                                    + " and state <> 'DESTROYED'",
                            Timestamp.from(at),
                            caseId,
                            tenant.code(),
                            name.subject(),
                            name.keyClass(),
                            name.expiry());
                    return tombstones(
                                    connection,
                                    "select * from subject_key where tenant = ? and subject = ?"
                                            + " and key_class = ? and expiry = ?"
                                            + " and state = 'DESTROYED'"
                                            + " order by destroyed_at desc limit 1",
                                    tenant.code(),
                                    name.subject(),
                                    name.keyClass(),
                                    name.expiry())
                            .stream()
                            .findFirst();
                });
    }

    private static void refuseFrozen(Connection connection, Tenant tenant, UUID subject)
            throws SQLException {
        try (var query =
                KeyDatabase.prepared(
                        connection,
                        "select state from subject_freeze where tenant = ? and subject = ?",
                        tenant.code(),
                        subject)) {
            ResultSet row = query.executeQuery();
            if (row.next()) {
                if (row.getString(1).equals("CLOSED")) {
                    throw new KeyDestroyed("The subject's keys are destroyed");
                }
                throw new KeySuspended("The subject's keys are withheld");
            }
        }
    }

    private static void freeze(
            Connection connection,
            Tenant tenant,
            UUID subject,
            String state,
            UUID caseId,
            Instant at)
            throws SQLException {
        KeyDatabase.run(
                connection,
                "insert into subject_freeze (tenant, subject, state, case_id, at)"
                        + " values (?, ?, ?, ?, ?) on conflict (owner, tenant, subject) do update"
                        + " set state = excluded.state, case_id = excluded.case_id,"
                        + " at = excluded.at where subject_freeze.state <> 'CLOSED'",
                tenant.code(),
                subject,
                state,
                caseId,
                Timestamp.from(at));
    }

    private static List<DestroyedKey> tombstones(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var query = KeyDatabase.prepared(connection, sql, values)) {
            List<DestroyedKey> keys = new ArrayList<>();
            ResultSet row = query.executeQuery();
            while (row.next()) {
                keys.add(
                        new DestroyedKey(
                                row.getObject("key_id", UUID.class),
                                HexFormat.of().formatHex(row.getBytes("commitment")),
                                row.getTimestamp("destroyed_at").toInstant()));
            }
            return keys;
        }
    }
}
