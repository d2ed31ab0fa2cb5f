package io.jikim.platform.messaging;

import io.jikim.contracts.ConsentGiven;
import io.jikim.contracts.Event;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/// What a service does with messaging: writes rows, tells facts, has effects; and a look at what
/// stands in the database, for all tenants.
@ApplicationScoped
class Desk {

    static final Tenant TENANT = new Tenant("ompass");

    private final Outbox outbox;
    private final javax.sql.DataSource database;
    private final javax.sql.DataSource system;

    Desk(
            Outbox outbox,
            javax.sql.DataSource database,
            @DataSource("system") javax.sql.DataSource system) {
        this.outbox = outbox;
        this.database = database;
        this.system = system;
    }

    UUID tell(Event event) {
        return tell(TENANT, event);
    }

    UUID tell(Tenant of, Event event) {
        return inTransaction(of, () -> outbox.append(event));
    }

    <T> T inTransaction(Tenant of, Callable<T> work) {
        return TenantScope.call(of, () -> QuarkusTransaction.requiringNew().call(work));
    }

    /// In the transaction at hand.
    void effect(String consumer, Received received) {
        var fact = (ConsentGiven) received.event();
        Sql.update(
                database,
                "insert into effect (consumer, tenant, subject, purpose) values (?, ?, ?, ?)",
                consumer,
                received.envelope().stream().tenant(),
                fact.key(),
                fact.purpose());
    }

    /// As the transaction at hand sees it, without the session.
    List<String> seenHere(String consumer) {
        return Sql.run(
                database,
                "select purpose from effect where consumer = ? order by id",
                (_, statement) -> {
                    Sql.bind(statement, consumer);
                    return column(statement);
                });
    }

    List<String> effects(String consumer, UUID subject) {
        return look(
                "select purpose from effect where consumer = ? and subject = ? order by id",
                consumer,
                subject.toString());
    }

    List<String> waiting(UUID subject) {
        return look(
                "select sequence from outbox where subject = ? order by id", subject.toString());
    }

    List<String> published(UUID subject) {
        return look(
                "select sequence from event_log where subject = ? order by sequence",
                subject.toString());
    }

    List<String> parked(String consumer, UUID subject) {
        return look(
                """
                select sequence || ' ' || reason from parked
                where consumer = ? and subject = ? order by sequence
                """,
                consumer,
                subject.toString());
    }

    /// Tells facts that are struck out as if the broker had them, which then lost them.
    void lose(UUID subject, Leases ofTheService, String... purposes) {
        change("update outbox_lease set owner = 'nobody', until = now() + interval '1 minute'");
        Awaitility.await().until(() -> ofTheService.held().fences().isEmpty());
        for (String purpose : purposes) {
            tell(Facts.given(subject, purpose));
        }
        change(
                """
                with lost as (delete from outbox where subject = '%s' returning *)
                insert into event_log (event_id, type, dataschema, tenant, subject, topic, source,
                    epoch, sequence, correlation_id, causation_id, traceparent, payload, created_at,
                    after_epoch, after_sequence)
                select event_id, type, dataschema, tenant, subject, topic, source, epoch, sequence,
                    correlation_id, causation_id, traceparent, payload, created_at, after_epoch,
                    after_sequence from lost
                """
                        .formatted(subject));
        change("update outbox_lease set owner = '', until = '-infinity'");
    }

    void change(String sql) {
        Sql.update(system, sql);
    }

    List<String> look(String sql, Object... values) {
        return Sql.run(
                system,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    return column(statement);
                });
    }

    private static List<String> column(java.sql.PreparedStatement statement) throws SQLException {
        List<String> column = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }
}
