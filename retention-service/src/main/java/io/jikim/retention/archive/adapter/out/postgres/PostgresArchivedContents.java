package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.retention.archive.application.port.ArchivedContents;
import io.jikim.retention.archive.domain.ArchivedContent;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Opens records of the archive, and writes down who did.
@ApplicationScoped
class PostgresArchivedContents implements ArchivedContents {
    private static final String ONE =
            "select subject, category, basis, until, source, key_class, key_expiry, content"
                    + " from record where id = ?";

    private final ArchiveDatabase database;
    private final SubjectKeys keys;
    private final AccessRecords accesses;

    PostgresArchivedContents(ArchiveDatabase database, SubjectKeys keys, AccessRecords accesses) {
        this.database = database;
        this.keys = keys;
        this.accesses = accesses;
    }

    private record Opened(UUID subject, ArchivedContent content) {}

    @Override
    public Optional<ArchivedContent> read(TenantCode tenant, UUID record, Access access) {
        var found = database.call(tenant.code(), connection -> open(connection, record));
        found.ifPresent(
                opened -> accesses.write(access, "archive-record", List.of(opened.subject())));
        return found.map(Opened::content);
    }

    private Optional<Opened> open(Connection connection, UUID record) throws SQLException {
        try (var statement = connection.prepareStatement(ONE)) {
            statement.setObject(1, record);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var subject = row.getObject(1, UUID.class);
                var key = new KeyName(subject, row.getString(6), row.getString(7));
                var fields =
                        Content.fields(keys.open(key, Deposits.place(record), row.getBytes(8)));
                return Optional.of(
                        new Opened(
                                subject,
                                new ArchivedContent(
                                        record,
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getString(5),
                                        fields)));
            }
        }
    }
}
