package io.jikim.audit.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.audit.application.port.Contents;
import io.jikim.audit.application.port.Months;
import io.jikim.audit.domain.RecordClass;
import io.jikim.platform.sql.Rows;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// Destroys through the one role that may, which may do nothing else: what is over, the database
/// decides by its own clock.
@ApplicationScoped
class PostgresPruner implements Contents, Months {
    private static final int ENTRIES = 10_000;
    // for as long as the transaction
    private static final String BECOME =
            "select set_config('role', current_database() || '_pruner', true)";

    private final Rows everyTenant;

    PostgresPruner(@DataSource("system") AgroalDataSource everyTenant) {
        this.everyTenant = new Rows(everyTenant);
    }

    @Override
    public boolean shred(RecordClass recordClass, Period period) {
        return does(
                "select shred(?, ?::interval, ?)", recordClass.name(), period.toString(), ENTRIES);
    }

    @Override
    public boolean begin() {
        return does("select begin_month()");
    }

    @Override
    public boolean pruneOldest() {
        return does("select prune(?)", ENTRIES);
    }

    private boolean does(String step, @Nullable Object... values) {
        everyTenant.one(BECOME, row -> row.getString(1));
        return everyTenant.one(step, row -> row.getBoolean(1), values).orElseThrow();
    }
}
