package io.jikim.consent.consents.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.platform.access.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Orders as rows; looked through for all tenants at once on the connection that may.
@ApplicationScoped
class PostgresOrders implements Orders {

    private static final String WAITING =
            "select tenant, payload from erasure_order order by arrived_at limit 20";

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
    public List<Waiting> waiting() {
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var rows = statement.executeQuery()) {
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(
                        new Waiting(
                                new Tenant(rows.getString("tenant")),
                                OrderJson.read(rows.getString("payload"))));
            }
            return waiting;
        } catch (SQLException e) {
            throw new IllegalStateException("the waiting orders cannot be read", e);
        }
    }
}
