package io.jikim.benchmarks.audit;

import java.util.List;

/// The tables of a log and what stands beside it, with the entries of an index range in each.
final class LogTables {

    /// A table, and which rows came with the entries from `$from` to `$to`.
    record Table(String name, String range) {

        String rows(long from, long to) {
            return "select * from public.%s where %s"
                    .formatted(
                            name,
                            range.replace("$from", String.valueOf(from))
                                    .replace("$to", String.valueOf(to)));
        }
    }

    private static final String BY_INDEX = "index >= $from and index < $to";
    private static final String BY_TILE =
            "(index + 1) << (8 * (level + 1)) > $from and (index + 1) << (8 * (level + 1)) <= $to";

    static final List<Table> ALL =
            List.of(
                    new Table("entry_name", BY_INDEX),
                    new Table("entry", BY_INDEX),
                    new Table("tile", BY_TILE),
                    new Table("span", BY_TILE),
                    new Table("disclosure", BY_INDEX),
                    new Table("access_subject", BY_INDEX),
                    new Table("subject_chain", BY_INDEX),
                    new Table("checkpoint", "size > $from and size <= $to"));

    private LogTables() {}

    static List<String> names() {
        return ALL.stream().map(Table::name).toList();
    }
}
