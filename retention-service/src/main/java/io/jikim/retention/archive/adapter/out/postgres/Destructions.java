package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.platform.crypto.DestroyedKey;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.TenantCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Destroys what is due: first the record, with its entry in the ledger, then its key.
///
/// A key that a neighbour of the same month still needs goes with the last of them; only then is a
/// record said to be destroyed.
final class Destructions {
    private static final int BATCH = 500;
    private static final String DUE =
            """
            select id from record
            where tenant = ? and until < least(?, business_today(?)) and not held(tenant, subject, category)
            order by until, id limit ?
            """;
    private static final String KEYLESS =
            """
            select distinct d.subject, d.key_class, d.key_expiry, min(d.case_id::text)
            from destruction d
            where d.tenant = ?
              and not exists (select from key_destruction k where k.record = d.record)
              and not exists (select from record r where r.tenant = d.tenant and r.subject = d.subject
                                and r.key_class = d.key_class and r.key_expiry = d.key_expiry)
            group by d.subject, d.key_class, d.key_expiry
            """;
    private static final String NEEDED =
            """
            select from record where tenant = ? and subject = ? and key_class = ? and key_expiry = ? limit 1
            """;
    private static final String EVIDENCE =
            """
            insert into key_destruction (record, tenant, key_id, commitment, at)
            select d.record, d.tenant, ?, ?, ? from destruction d
            where d.tenant = ? and d.subject = ? and d.key_class = ? and d.key_expiry = ?
              and not exists (select from key_destruction k where k.record = d.record)
            on conflict do nothing
            returning record
            """;

    private final ArchiveDatabase database;
    private final SubjectKeys keys;

    Destructions(ArchiveDatabase database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    private record Keyless(KeyName key, UUID erasure) {}

    List<DestroyedRecord> destroyDue(TenantCode tenant, LocalDate today) {
        var due = database.call(tenant.code(), c -> due(c, tenant, today));
        due.forEach(record -> destroy(tenant, record));
        var gone = new ArrayList<UUID>();
        for (Keyless each : database.call(tenant.code(), c -> keyless(c, tenant))) {
            gone.addAll(database.call(tenant.code(), c -> destroyKey(c, tenant, each)));
        }
        return gone.isEmpty()
                ? List.of()
                : database.call(tenant.code(), c -> Listing.unreported(c, tenant)).stream()
                        .filter(record -> gone.contains(record.record()))
                        .toList();
    }

    /// Under the lock of the subject, and only if no record came in since that needs the key.
    private List<UUID> destroyKey(Connection connection, TenantCode tenant, Keyless keyless)
            throws SQLException {
        ArchiveDatabase.lock(connection, tenant.code(), keyless.key().subject());
        if (isNeeded(connection, tenant, keyless.key())) {
            return List.of();
        }
        var key = keys.destroy(keyless.key(), keyless.erasure());
        return evidence(connection, tenant, keyless.key(), key);
    }

    private static boolean isNeeded(Connection connection, TenantCode tenant, KeyName key)
            throws SQLException {
        try (var statement = connection.prepareStatement(NEEDED)) {
            statement.setString(1, tenant.code());
            statement.setObject(2, key.subject());
            statement.setString(3, key.keyClass());
            statement.setString(4, key.expiry());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void destroy(TenantCode tenant, UUID record) {
        try {
            database.call(
                    tenant.code(),
                    connection -> {
                        try (var statement =
                                connection.prepareStatement("select destroy_record(?, ?)")) {
                            statement.setString(1, tenant.code());
                            statement.setObject(2, record);
                            return statement.execute();
                        }
                    });
        } catch (ArchiveFailure e) {
            if (!e.refusal()) {
                throw e;
            }
        }
    }

    private static List<UUID> due(Connection connection, TenantCode tenant, LocalDate today)
            throws SQLException {
        try (var statement = connection.prepareStatement(DUE)) {
            statement.setString(1, tenant.code());
            statement.setObject(2, today);
            statement.setString(3, tenant.code());
            statement.setInt(4, BATCH);
            return ids(statement);
        }
    }

    private static List<Keyless> keyless(Connection connection, TenantCode tenant)
            throws SQLException {
        try (var statement = connection.prepareStatement(KEYLESS)) {
            statement.setString(1, tenant.code());
            var keyless = new ArrayList<Keyless>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keyless.add(
                            new Keyless(
                                    new KeyName(
                                            rows.getObject(1, UUID.class),
                                            rows.getString(2),
                                            rows.getString(3)),
                                    UUID.fromString(rows.getString(4))));
                }
            }
            return keyless;
        }
    }

    private static List<UUID> evidence(
            Connection connection, TenantCode tenant, KeyName name, DestroyedKey key)
            throws SQLException {
        try (var statement = connection.prepareStatement(EVIDENCE)) {
            statement.setObject(1, key.keyId());
            statement.setString(2, key.commitment());
            statement.setTimestamp(3, Timestamp.from(key.at()));
            statement.setString(4, tenant.code());
            statement.setObject(5, name.subject());
            statement.setString(6, name.keyClass());
            statement.setString(7, name.expiry());
            return ids(statement);
        }
    }

    private static List<UUID> ids(java.sql.PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
