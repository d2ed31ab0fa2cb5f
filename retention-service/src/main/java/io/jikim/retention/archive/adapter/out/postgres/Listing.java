package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be said of records without opening them.
final class Listing {
    private static final String OF_SUBJECT =
            """
            select id, case_id, category, basis, legal_event, until, null::timestamptz
            from record where tenant = ? and subject = ?
            union all
            select record, case_id, category, basis, legal_event, until, destroyed_at
            from destruction where tenant = ? and subject = ?
            order by 6, 1
            """;
    static final String DESTROYED =
            """
            select d.record, d.case_id, d.subject, d.category, d.until, k.at, k.commitment
            from destruction d join key_destruction k on k.record = d.record
            """;

    private Listing() {}

    static List<ArchivedRecord> of(Connection connection, TenantCode tenant, SubjectId subject)
            throws SQLException {
        try (var statement = connection.prepareStatement(OF_SUBJECT)) {
            statement.setString(1, tenant.code());
            statement.setObject(2, subject.value());
            statement.setString(3, tenant.code());
            statement.setObject(4, subject.value());
            var records = new ArrayList<ArchivedRecord>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable Timestamp destroyed = rows.getTimestamp(7);
                    records.add(
                            new ArchivedRecord(
                                    rows.getObject(1, UUID.class),
                                    new ErasureId(rows.getObject(2, UUID.class)),
                                    new Category(rows.getString(3)),
                                    rows.getString(4),
                                    rows.getObject(5, LocalDate.class),
                                    rows.getObject(6, LocalDate.class),
                                    destroyed == null ? null : destroyed.toInstant()));
                }
            }
            return records;
        }
    }

    /// What one source has put into the archive for a case, and what of it stands there still.
    static Map<Known.Ending, Long> deposited(
            Connection connection, TenantCode tenant, ErasureId erasure, String source)
            throws SQLException {
        String query =
                "select category, until, count(*) from record"
                        + " where tenant = ? and case_id = ? and source = ? group by 1, 2";
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant.code());
            statement.setObject(2, erasure.value());
            statement.setString(3, source);
            var counts = new HashMap<Known.Ending, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(
                            new Known.Ending(
                                    new Category(rows.getString(1)),
                                    rows.getObject(2, LocalDate.class)),
                            rows.getLong(3));
                }
            }
            return counts;
        }
    }

    static List<DestroyedRecord> unreported(Connection connection, TenantCode tenant)
            throws SQLException {
        String query =
                DESTROYED
                        + " where d.tenant = ? and not exists"
                        + " (select from reported r where r.record = d.record) order by d.until, d.record";
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant.code());
            try (var rows = statement.executeQuery()) {
                var records = new ArrayList<DestroyedRecord>();
                while (rows.next()) {
                    records.add(destroyed(rows));
                }
                return records;
            }
        }
    }

    static DestroyedRecord destroyed(ResultSet row) throws SQLException {
        return new DestroyedRecord(
                row.getObject(1, UUID.class),
                new ErasureId(row.getObject(2, UUID.class)),
                new SubjectId(row.getObject(3, UUID.class)),
                new Category(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getTimestamp(6).toInstant(),
                row.getString(7));
    }
}
