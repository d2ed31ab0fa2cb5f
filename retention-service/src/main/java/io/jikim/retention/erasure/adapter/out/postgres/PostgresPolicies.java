package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.PolicyRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.Session;

/// The newest rules of each tenant, as one document.
@ApplicationScoped
class PostgresPolicies implements Policies {
    private static final String ADOPT =
            """
            insert into policy_rules as known (tenant, version, digest, document)
            values (:tenant, :version, :digest, cast(:document as jsonb))
            on conflict (tenant) do update
            set version = excluded.version, digest = excluded.digest, document = excluded.document, adopted_at = now()
            where excluded.version > known.version
            """;

    private final Session database;
    private final CurrentTenant tenant;

    PostgresPolicies(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public Optional<PolicyRules> current() {
        return database
                .createNativeQuery(
                        "select cast(document as text) from policy_rules where tenant = :tenant",
                        String.class)
                .setParameter("tenant", tenant.get().code())
                .getResultList()
                .stream()
                .findFirst()
                .map(document -> DomainJson.read(document, PolicyRules.class));
    }

    @Override
    public void adopt(PolicyRules rules) {
        database.createNativeMutationQuery(ADOPT)
                .setParameter("tenant", tenant.get().code())
                .setParameter("version", rules.version())
                .setParameter("digest", rules.digest())
                .setParameter("document", DomainJson.write(rules))
                .executeUpdate();
    }
}
