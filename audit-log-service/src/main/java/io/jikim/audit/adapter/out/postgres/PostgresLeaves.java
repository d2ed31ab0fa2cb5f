package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Leaves;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/// Leaves as they were hashed and stored.
@ApplicationScoped
class PostgresLeaves implements Leaves {
    private static final String LEAVES =
            "select leaf from entry where index >= ? and index < ? order by index";

    private static final String FIRST = "select min(first_index) from log_month";

    private final Rows database;

    PostgresLeaves(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public List<byte[]> read(long from, long to) {
        return database.list(LEAVES, row -> row.getBytes(1), from, to);
    }

    @Override
    public long minimumIndex() {
        return database.one(FIRST, row -> row.getLong(1)).orElseThrow();
    }
}
