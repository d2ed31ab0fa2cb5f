package io.jikim.retention.erasure.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Due work of every tenant, by partial index, as the role that sees them all.
@ApplicationScoped
class PostgresDueWork implements DueWork {
    private static final String OPEN =
            "overdue_at is null and state <> 'CERTIFIED'"
                    + " and (name_again_at is null or name_again_at <= now())";
    private static final String NO_WINDOW =
            " and (state <> 'PLANNED' or (document->>'from')::timestamptz <= now()";
    private static final String MOVED = " + c.seconds * interval '1 second'";
    // Tenants whose clock was moved are few and only in demonstrations; everybody else is found by
    // the index on the deadline.
    private static final String OVERDUE =
            "(select tenant, id from erasure where "
                    + OPEN
                    + " and deadline <= now()"
                    + NO_WINDOW
                    + ") order by deadline limit ?) union "
                    + "(select e.tenant, e.id from tenant_clock c join erasure e using (tenant) where "
                    + OPEN
                    + " and e.deadline <= now()"
                    + MOVED
                    + NO_WINDOW
                    + MOVED
                    + ") limit ?)";
    private static final String RECHECK =
            "select tenant, id from erasure where recheck_at <= now() order by recheck_at limit ?";

    // Health is asked every few seconds: it reads so many entries of a partial index, and no more,
    // however large the table and however long the queue.
    private static final String OPEN_BY_STATE =
            """
            select s.state,
                (select count(*) from (select from erasure e
                    where e.state = s.state and e.state <> 'CERTIFIED' limit %d) as counted)
            from unnest(array['OPENED', 'FROZEN', 'PLANNED', 'ORDERED', 'VERIFIED', 'INFORMED'])
                as s (state)
            """
                    .formatted(MANY);
    private static final String OVERDUE_STILL =
            """
            select 'overdue', count(*) from (select from erasure
                where overdue_at is not null and state <> 'CERTIFIED' limit %d) as counted
            """
                    .formatted(MANY);

    private static final String FOUND_HOLDS =
            """
            select id, tenant from legal_hold
            where released_at is null and matter = '%s' order by id limit 20
            """
                    .formatted(Hold.FOUND);

    private final AgroalDataSource everyTenant;

    PostgresDueWork(@DataSource("system") AgroalDataSource everyTenant) {
        this.everyTenant = everyTenant;
    }

    @Override
    public List<CaseRef> overdue(int limit) {
        return cases(OVERDUE, limit, limit);
    }

    @Override
    public List<CaseRef> toRecheck(int limit) {
        return cases(RECHECK, limit);
    }

    @Override
    public List<TenantCode> tenants() {
        var tenants = new ArrayList<TenantCode>();
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement("select tenant from policy_rules");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantCode(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("tenants cannot be read", e);
        }
        return tenants;
    }

    private List<CaseRef> cases(String sql, int... limits) {
        var due = new ArrayList<CaseRef>();
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < limits.length; i++) {
                statement.setInt(i + 1, limits[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(
                            new CaseRef(
                                    new TenantCode(rows.getString(1)),
                                    new ErasureId(rows.getObject(2, UUID.class))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("due cases cannot be read", e);
        }
        return due;
    }

    @Override
    public Map<String, Long> openByState() {
        return counts(OPEN_BY_STATE);
    }

    @Override
    public long overdueStill() {
        return counts(OVERDUE_STILL).getOrDefault("overdue", 0L);
    }

    @Override
    public Map<String, Long> awaited() {
        return counts(
                """
                select part->>'participant', count(*)
                from (select document from erasure where state = 'ORDERED' limit 1000) as open,
                     jsonb_array_elements(document->'parts'->'all') as part
                where part->'state'->>'kind' <> 'SETTLED'
                group by 1
                """);
    }

    @Override
    public Map<String, Long> contested() {
        return counts(
                """
                select part->>'participant', count(*)
                from (select document from erasure where contested limit 1000) as open,
                     jsonb_array_elements(document->'parts'->'all') as part
                where part->'state'->>'kind' = 'CONTESTED'
                group by 1
                """);
    }

    @Override
    public Map<HoldId, TenantCode> foundHolds() {
        var found = new LinkedHashMap<HoldId, TenantCode>();
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement(FOUND_HOLDS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(
                        new HoldId(rows.getObject(1, UUID.class)),
                        new TenantCode(rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("holds cannot be read", e);
        }
        return found;
    }

    private Map<String, Long> counts(String sql) {
        var counts = new TreeMap<String, Long>();
        try (var connection = everyTenant.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getLong(2) > 0) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cases cannot be counted", e);
        }
        return counts;
    }
}
