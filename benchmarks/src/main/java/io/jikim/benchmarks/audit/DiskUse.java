package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Figures;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// Bytes for each entry: of the log and what stands beside it by table and index, and of the whole
/// database by table where it is more than nothing.
record DiskUse(
        long entries,
        double bytesPerEntry,
        Map<String, Double> byTableAndIndex,
        Map<String, Double> elsewhere) {

    // A partition counts for its table, and its index for the index that it is part of.
    private static final String SIZES =
            """
            with recursive up as (
                select c.oid, c.oid as top from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i', 'p', 'I')
                    and not c.relispartition
                union all
                select i.inhrelid, up.top from pg_inherits i join up on up.oid = i.inhparent)
            select coalesce(owner.relname || ' ' || t.relname, t.relname), coalesce(owner.relname, t.relname),
                sum(case when x.indrelid is null then pg_table_size(up.oid) else pg_relation_size(up.oid) end)
            from up join pg_class t on t.oid = up.top
                left join pg_index x on x.indexrelid = t.oid
                left join pg_class owner on owner.oid = x.indrelid
            group by 1, 2
            """;

    DiskUse {
        byTableAndIndex = Figures.inOrder(byTableAndIndex);
        elsewhere = Figures.inOrder(elsewhere);
    }

    static DiskUse of(AuditScene scene) throws SQLException {
        long entries = scene.size();
        Map<String, Double> here = new TreeMap<>();
        Map<String, Double> elsewhere = new TreeMap<>();
        double sum = 0;
        try (var connection = scene.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(SIZES)) {
            while (row.next()) {
                double each = row.getDouble(3) / entries;
                if (LogTables.names().contains(row.getString(2))) {
                    here.put(row.getString(1), Figures.rounded(each));
                    sum += each;
                } else if (each >= 1) {
                    elsewhere.put(row.getString(1), Figures.rounded(each));
                }
            }
        }
        return new DiskUse(entries, Figures.rounded(sum), here, elsewhere);
    }
}
