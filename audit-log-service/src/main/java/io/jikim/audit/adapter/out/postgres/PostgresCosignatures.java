package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Cosignatures;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/// Cosignatures by size and witness; of two over one head the first is as good.
@ApplicationScoped
class PostgresCosignatures implements Cosignatures {
    private final Rows database;

    PostgresCosignatures(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public void save(long size, String witness, String line) {
        database.update(
                "insert into cosignature (size, witness, line) values (?, ?, ?)"
                        + " on conflict do nothing",
                size,
                witness,
                line);
    }
}
