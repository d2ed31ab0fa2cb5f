package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far this database says it has come with every stream, as speaker and as reader.
@Singleton
class Ledgers {

    // The hash is PostgreSQL's own, which all databases of an installation have in common.
    private static final String SUM =
            """
            (hashtextextended(tenant || '|' || subject, 0) & 255)::int as bucket, count(*) as streams,
                sum(hashtextextended(
                    concat_ws('|', tenant, subject, epoch, last_sequence), 1)::numeric)::text as hash
            """;

    private static final String SAID =
            "select topic as name, "
                    + SUM
                    + " from subject_stream where source = ? group by topic, bucket";

    private static final String HEARD =
            "select consumer as name, "
                    + SUM
                    + " from inbox_cursor where source = ? and topic = ? group by consumer, bucket";

    // In the order of the primary key, so that all pages together go through the table once.
    private static final String REACHED =
            """
            select tenant, subject, epoch, last_sequence from subject_stream
            where source = ? and topic = ? and (tenant, subject) > (?, ?)
            and (hashtextextended(tenant || '|' || subject, 0) & 255) = any (?)
            order by tenant, subject limit ?
            """;

    // A stream in which something is kept aside is somebody's business already. Who reads it was
    // found when the sums were last compared, of all of them within moments: to look here would go
    // through all cursors for each page.
    private static final String DIFFERENCES =
            """
            select r.consumer, s.tenant, s.subject, s.epoch, s.sequence,
                case when c.epoch = s.epoch then c.last_sequence else 0 end as heard,
                coalesce((c.epoch, c.last_sequence) > (s.epoch, s.sequence), false) as ahead
            from unnest(?::text[], ?::text[], ?::int[], ?::bigint[])
                as s (tenant, subject, epoch, sequence)
            cross join (select consumer from reconciliation
                where source = ? and topic = ? and at > (
                    select max(at) - interval '1 minute' from reconciliation
                    where source = ? and topic = ?)) r
            left join inbox_cursor c on (c.consumer, c.tenant, c.subject, c.topic, c.source)
                = (r.consumer, s.tenant, s.subject, ?, ?)
            where (c.epoch, c.last_sequence) is distinct from (s.epoch, s.sequence)
            and not exists (select from parked p
                where (p.consumer, p.tenant, p.subject, p.topic, p.source)
                    = (r.consumer, s.tenant, s.subject, ?, ?) and p.state = 'PARKED')
            """;

    private static final String COMPARED =
            """
            insert into reconciliation (source, topic, consumer, streams) values (?, ?, ?, ?)
            on conflict (source, topic, consumer)
            do update set at = now(), streams = excluded.streams, behind = 0, ahead = 0
            """;

    private static final String DIFFERED =
            """
            update reconciliation set behind = behind + ?, ahead = ahead + ?
            where (source, topic, consumer) = (?, ?, ?)
            """;

    /// A stream of which a reader has heard up to `heard`, and the speaker has said something else.
    record Difference(String consumer, Remark.At said, long heard, boolean ahead) {}

    private final javax.sql.DataSource database;

    Ledgers(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    /// By topic.
    Map<String, List<Remark.Sum>> said(String source) {
        return sums(SAID, source);
    }

    /// By consumer.
    Map<String, List<Remark.Sum>> heard(String source, String topic) {
        return sums(HEARD, source, topic);
    }

    /// The next streams of some buckets behind `last`, no more than `most`; nothing is behind the
    /// last ones.
    List<Remark.At> reached(Remark.Unequal of, Remark.At last, int most) {
        return Sql.run(
                database,
                REACHED,
                (connection, statement) -> {
                    statement.setString(1, of.source());
                    statement.setString(2, of.topic());
                    statement.setString(3, last.tenant());
                    statement.setString(4, last.subject());
                    statement.setArray(5, connection.createArrayOf("int8", of.buckets().toArray()));
                    statement.setInt(6, most);
                    List<Remark.At> streams = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            streams.add(at(rows, "last_sequence"));
                        }
                    }
                    return streams;
                });
    }

    List<Difference> differences(Remark.Reached reached) {
        var streams = reached.streams();
        return Sql.run(
                database,
                DIFFERENCES,
                (connection, statement) -> {
                    statement.setArray(
                            1,
                            connection.createArrayOf(
                                    "text", streams.stream().map(Remark.At::tenant).toArray()));
                    statement.setArray(
                            2,
                            connection.createArrayOf(
                                    "text", streams.stream().map(Remark.At::subject).toArray()));
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "int4", streams.stream().map(Remark.At::epoch).toArray()));
                    statement.setArray(
                            4,
                            connection.createArrayOf(
                                    "int8", streams.stream().map(Remark.At::sequence).toArray()));
                    statement.setString(5, reached.source());
                    statement.setString(6, reached.topic());
                    statement.setString(7, reached.source());
                    statement.setString(8, reached.topic());
                    statement.setString(9, reached.topic());
                    statement.setString(10, reached.source());
                    statement.setString(11, reached.topic());
                    statement.setString(12, reached.source());
                    List<Difference> differences = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            differences.add(
                                    new Difference(
                                            rows.getString("consumer"),
                                            at(rows, "sequence"),
                                            rows.getLong("heard"),
                                            rows.getBoolean("ahead")));
                        }
                    }
                    return differences;
                });
    }

    void compared(Remark.Sums with, String consumer) {
        long streams = with.sums().stream().mapToLong(Remark.Sum::streams).sum();
        Sql.update(database, COMPARED, with.source(), with.topic(), consumer, streams);
    }

    void differed(Remark.Reached with, String consumer, long behind, long ahead) {
        Sql.update(database, DIFFERED, behind, ahead, with.source(), with.topic(), consumer);
    }

    private Map<String, List<Remark.Sum>> sums(String sql, Object... values) {
        return Sql.run(
                database,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    Map<String, List<Remark.Sum>> sums = new LinkedHashMap<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            sums.computeIfAbsent(rows.getString("name"), _ -> new ArrayList<>())
                                    .add(
                                            new Remark.Sum(
                                                    rows.getInt("bucket"),
                                                    rows.getLong("streams"),
                                                    rows.getString("hash")));
                        }
                    }
                    return sums;
                });
    }

    private static Remark.At at(ResultSet row, String sequence) throws SQLException {
        return new Remark.At(
                row.getString("tenant"),
                row.getString("subject"),
                row.getInt("epoch"),
                row.getLong(sequence));
    }
}
