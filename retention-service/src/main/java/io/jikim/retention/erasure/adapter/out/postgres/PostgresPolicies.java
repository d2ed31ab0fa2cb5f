package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.PolicyRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// The newest rules of each tenant, as one document.
@ApplicationScoped
class PostgresPolicies implements Policies {
    private static final String ADOPT =
            """
            insert into policy_rules as known (tenant, version, digest, document, categories)
            values (:tenant, :version, :digest, cast(:document as jsonb), string_to_array(:categories, ','))
            on conflict (tenant) do update
            set version = excluded.version, digest = excluded.digest, document = excluded.document, adopted_at = now(),
                categories = array(select distinct unnest(known.categories || excluded.categories))
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
    public Set<Category> categories() {
        return database
                .createNativeQuery(
                        "select unnest(categories) from policy_rules where tenant = :tenant",
                        String.class)
                .setParameter("tenant", tenant.get().code())
                .getResultList()
                .stream()
                .map(Category::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void adopt(PolicyRules rules) {
        database.createNativeMutationQuery(ADOPT)
                .setParameter("tenant", tenant.get().code())
                .setParameter("version", rules.version())
                .setParameter("digest", rules.digest())
                .setParameter("document", DomainJson.write(rules))
                .setParameter(
                        "categories",
                        rules.categories().stream()
                                .map(Category::code)
                                .collect(Collectors.joining(",")))
                .executeUpdate();
    }
}
