package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// The signed heads; the primary key keeps a second one for the same size out.
@ApplicationScoped
class PostgresCheckpoints implements Checkpoints {
    private static final String HEADS =
            """
            select c.size, c.note || coalesce(
                (select string_agg(s.line, '' order by s.witness) from cosignature s where s.size = c.size), '')
            from checkpoint c
            """;
    private static final String LATEST = HEADS + "order by c.size desc limit 1";
    private static final String AT = HEADS + "where c.size = ?";

    private final Rows database;

    PostgresCheckpoints(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public void save(SignedHead head) {
        database.update(
                "insert into checkpoint (size, note) values (?, ?)", head.size(), head.note());
    }

    @Override
    public Optional<SignedHead> latest() {
        return database.one(LATEST, PostgresCheckpoints::head);
    }

    @Override
    public Optional<SignedHead> at(long size) {
        return database.one(AT, PostgresCheckpoints::head, size);
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(row.getLong(1), row.getString(2));
    }
}
