package io.jikim.consent.consents.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.platform.access.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Orders as rows; looked through for all tenants at once on the connection that may.
@ApplicationScoped
class PostgresOrders implements Orders {

    private static final String DUE =
            "select tenant, payload from erasure_order where due_at <= ? order by due_at limit 20";

    private final EntityManager database;
    private final AgroalDataSource everyTenant;

    PostgresOrders(EntityManager database, @DataSource("system") AgroalDataSource everyTenant) {
        this.database = database;
        this.everyTenant = everyTenant;
    }

    @Override
    public void add(ErasureOrder order) {
        database.createNativeQuery(
                        """
                        insert into erasure_order (case_id, round, subject_ref, payload)
                        values (:caseId, :round, :subject, :payload)
                        on conflict do nothing\
                        """)
                .setParameter("caseId", order.caseId())
                .setParameter("round", order.round())
                .setParameter("subject", order.subject().value())
                .setParameter("payload", OrderJson.write(order))
                .executeUpdate();
    }

    @Override
    public boolean take(ErasureOrder order) {
        return database.createNativeQuery(
                                "delete from erasure_order"
                                        + " where case_id = :caseId and round = :round")
                        .setParameter("caseId", order.caseId())
                        .setParameter("round", order.round())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void failed(ErasureOrder order, Instant at) {
        database.createNativeQuery(
                        """
                        update erasure_order set attempts = attempts + 1,
                        due_at = cast(:at as timestamptz)
                            + least(60, power(2, least(attempts, 6))) * interval '1 second'
                        where case_id = :caseId and round = :round\
                        """)
                .setParameter("at", at)
                .setParameter("caseId", order.caseId())
                .setParameter("round", order.round())
                .executeUpdate();
    }

    @Override
    public List<Waiting> due(Instant now) {
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var due = new ArrayList<Waiting>();
                while (rows.next()) {
                    due.add(
                            new Waiting(
                                    new Tenant(rows.getString("tenant")),
                                    OrderJson.read(rows.getString("payload"))));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the waiting orders cannot be read", e);
        }
    }
}
