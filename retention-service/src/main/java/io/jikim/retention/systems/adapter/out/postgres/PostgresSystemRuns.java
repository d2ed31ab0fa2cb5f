package io.jikim.retention.systems.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.jikim.platform.sql.Rows;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.systems.application.port.SystemRuns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Runs in the retention database, each written and committed on its own.
@ApplicationScoped
class PostgresSystemRuns implements SystemRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rows rows;

    PostgresSystemRuns(AgroalDataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public Optional<Run> find(String system, SystemOrder order) {
        return rows
                .list(
                        "select transaction, state, outcome::text from system_run"
                                + " where tenant = ? and system = ? and case_id = ? and round = ?",
                        row ->
                                new Run(
                                        row.getString(1),
                                        row.getString(2).equals("DONE"),
                                        read(row.getString(3), StoredOutcome.class).toDomain()),
                        order.tenant().code(),
                        system,
                        order.erasure().value(),
                        order.round())
                .stream()
                .findFirst();
    }

    @Override
    public void prepare(
            String system, SystemOrder order, String transaction, SystemOutcome.Done outcome) {
        rows.update(
                """
                insert into system_run (tenant, system, case_id, round, transaction, state, ordered, outcome)
                values (?, ?, ?, ?, ?, 'PREPARED', ?::jsonb, ?::jsonb)
                on conflict (tenant, system, case_id, round) do update
                set transaction = excluded.transaction, state = 'PREPARED', outcome = excluded.outcome, at = now()
                """,
                order.tenant().code(),
                system,
                order.erasure().value(),
                order.round(),
                transaction,
                write(StoredLine.of(order.lines())),
                write(StoredOutcome.of(outcome)));
    }

    @Override
    public void done(String system, SystemOrder order) {
        rows.update(
                "update system_run set state = 'DONE'"
                        + " where tenant = ? and system = ? and case_id = ? and round = ?",
                order.tenant().code(),
                system,
                order.erasure().value(),
                order.round());
    }

    @Override
    public List<PlanLine> earlier(String system, SystemOrder order) {
        return rows
                .list(
                        "select ordered::text from system_run"
                                + " where tenant = ? and system = ? and case_id = ? and round < ?",
                        row -> read(row.getString(1), StoredLine[].class),
                        order.tenant().code(),
                        system,
                        order.erasure().value(),
                        order.round())
                .stream()
                .flatMap(java.util.Arrays::stream)
                .map(StoredLine::toDomain)
                .toList();
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
