package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.platform.crypto.KeyDestroyed;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.retention.archive.domain.CanonicalFields;
import io.jikim.retention.archive.domain.RecordId;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.domain.TenantCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// Takes records into the archive: sealed, stored, committed, read back.
final class Deposits {
    private static final int REVISIONS = 4;
    private static final String INSERT =
            """
            insert into record (id, tenant, case_id, subject, category, basis, source, legal_event, until, key_class, key_expiry, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private final ArchiveDatabase database;
    private final SubjectKeys keys;

    Deposits(ArchiveDatabase database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// A record that is due to be taken, and the id it stands under.
    private record Taken(ArchiveDeposit deposit, LocalDate until, UUID id) {
        KeyName key() {
            return key(deposit.subject().value(), deposit.category().code(), until);
        }

        static KeyName key(UUID subject, String category, LocalDate until) {
            return KeyName.archived(
                    subject, category.toLowerCase(Locale.ROOT), YearMonth.from(until));
        }
    }

    List<ArchiveReceipt> deposit(TenantCode tenant, List<ArchiveDeposit> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        LocalDate today = database.call(tenant.code(), c -> today(c, tenant));
        var receipts = new HashMap<Integer, ArchiveReceipt>();
        var open = new HashMap<Integer, LocalDate>();
        for (int i = 0; i < records.size(); i++) {
            LocalDate until = until(records.get(i));
            if (until.isBefore(today)) {
                receipts.put(i, new ArchiveReceipt.PeriodOver(until));
            } else {
                open.put(i, until);
            }
        }
        // A copy cannot be changed: where the source was changed between a broken-off try and this
        // one, the newer copy stands beside the older and both end on the same day.
        for (int revision = 0; revision < REVISIONS && !open.isEmpty(); revision++) {
            receipts.putAll(kept(tenant, records, open, revision));
            open.keySet()
                    .removeIf(i ->
                            receipts.get(i) instanceof ArchiveReceipt.Kept kept
                                    && kept.digest()
                                            .equals(
                                                    CanonicalFields.digest(
                                                            records.get(i).fields())));
        }
        var ordered = new ArrayList<ArchiveReceipt>();
        for (int i = 0; i < records.size(); i++) {
            Optional.ofNullable(receipts.get(i)).ifPresent(ordered::add);
        }
        return ordered;
    }

    private static LocalDate until(ArchiveDeposit record) {
        return record.origin().legalEvent().plus(record.basis().period());
    }

    private Map<Integer, ArchiveReceipt> kept(
            TenantCode tenant,
            List<ArchiveDeposit> records,
            Map<Integer, LocalDate> open,
            int revision) {
        var taken = new HashMap<Integer, Taken>();
        open.forEach((i, until) -> {
            var record = records.get(i);
            var id =
                    RecordId.of(
                            tenant.code(),
                            record.erasure().value(),
                            record.origin().source(),
                            record.origin().sourceKey(),
                            revision);
            taken.put(i, new Taken(record, until, id));
        });
        database.call(tenant.code(), c -> store(c, tenant, taken.values()));
        // Read back after the commit. From there on the records themselves keep their key.
        var stored =
                database.call(
                        tenant.code(),
                        c -> contents(c, taken.values().stream().map(Taken::id).toList()));
        var receipts = new HashMap<Integer, ArchiveReceipt>();
        taken.forEach((i, each) ->
                Optional.ofNullable(stored.get(each.id()))
                        .ifPresent(content ->
                                receipts.put(
                                        i,
                                        new ArchiveReceipt.Kept(
                                                each.id(), each.until(), digest(each, content)))));
        return receipts;
    }

    /// A key is destroyed under the same lock, and only while no record needs it: so a record is
    /// never stored under a key that is going. Another node may have destroyed the one known here.
    private int store(Connection connection, TenantCode tenant, Collection<Taken> records)
            throws SQLException {
        var subjects = new TreeSet<UUID>();
        records.forEach(each -> subjects.add(each.deposit().subject().value()));
        for (UUID subject : subjects) {
            ArchiveDatabase.lock(connection, tenant.code(), subject);
            keys.evict(subject);
        }
        var sealed = new HashMap<UUID, byte[]>();
        records.forEach(each -> sealed.put(each.id(), seal(each)));
        return insert(connection, tenant, records, sealed);
    }

    private byte[] seal(Taken record) {
        String content =
                "{\"fields\":"
                        + CanonicalFields.json(record.deposit().fields())
                        + ",\"sourceKey\":"
                        + CanonicalFields.quoted(record.deposit().origin().sourceKey())
                        + "}";
        return keys.seal(
                record.key(), place(record.id()), content.getBytes(StandardCharsets.UTF_8));
    }

    private String digest(Taken record, byte[] content) {
        try {
            byte[] plain = keys.open(record.key(), place(record.id()), content);
            return CanonicalFields.digest(Content.fields(plain));
        } catch (KeyDestroyed _) {
            // It stood there before, under a key that is gone: the next revision gets a new one.
            return "";
        }
    }

    static Place place(UUID record) {
        return new Place("record", "content", record.toString());
    }

    static LocalDate today(Connection connection, TenantCode tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select business_today(?)")) {
            statement.setString(1, tenant.code());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, LocalDate.class);
            }
        }
    }

    private static int insert(
            Connection connection,
            TenantCode tenant,
            Collection<Taken> records,
            Map<UUID, byte[]> sealed)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (Taken each : records) {
                var deposit = each.deposit();
                statement.setObject(1, each.id());
                statement.setString(2, tenant.code());
                statement.setObject(3, deposit.erasure().value());
                statement.setObject(4, deposit.subject().value());
                statement.setString(5, deposit.category().code());
                statement.setString(6, deposit.basis().code());
                statement.setString(7, deposit.origin().source());
                statement.setObject(8, deposit.origin().legalEvent());
                statement.setObject(9, each.until());
                statement.setString(10, each.key().keyClass());
                statement.setString(11, each.key().expiry());
                statement.setBytes(12, sealed.get(each.id()));
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    private static Map<UUID, byte[]> contents(Connection connection, List<UUID> ids)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("select id, content from record where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var contents = new HashMap<UUID, byte[]>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    contents.put(rows.getObject(1, UUID.class), rows.getBytes(2));
                }
            }
            return contents;
        }
    }
}
