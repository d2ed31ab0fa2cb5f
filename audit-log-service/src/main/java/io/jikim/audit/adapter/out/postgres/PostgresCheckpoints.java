package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.sql.DataSource;

/// The signed heads; the primary key keeps a second one for the same size out.
@ApplicationScoped
class PostgresCheckpoints implements Checkpoints {
    private static final String LATEST =
            """
            select c.size, c.note || coalesce(
                (select string_agg(s.line, '' order by s.witness) from cosignature s where s.size = c.size), '')
            from checkpoint c order by c.size desc limit 1
            """;

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
        return database.one(LATEST, row -> new SignedHead(row.getLong(1), row.getString(2)));
    }
}
