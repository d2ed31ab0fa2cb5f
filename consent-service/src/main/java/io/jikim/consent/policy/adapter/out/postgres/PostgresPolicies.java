package io.jikim.consent.policy.adapter.out.postgres;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.Terms;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Policy versions as rows.
@ApplicationScoped
class PostgresPolicies implements Policies, PanacheRepositoryBase<PolicyEntity, UUID> {

    private final Outbox outbox;

    PostgresPolicies(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Optional<PolicyVersion> numbered(int number) {
        return find("number", number).firstResultOptional().map(PolicyEntity::toDomain);
    }

    @Override
    public Optional<PolicyVersion> find(PolicyId id) {
        return findByIdOptional(id.value()).map(PolicyEntity::toDomain);
    }

    /// Without the document, which is long: this is asked for every decision.
    @Override
    public Optional<InForce> inForce() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select id, number from policy
                        where published_at is not null order by number desc limit 1\
                        """,
                        Tuple.class)
                .getResultStream()
                .map(row ->
                        new InForce(
                                new PolicyId(row.get("id", UUID.class)),
                                row.get("number", Integer.class)))
                .findFirst();
    }

    @Override
    public int nextNumber() {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock("
                                + "hashtext('policy|' || current_setting('jikim.tenant')))",
                        Object.class)
                .getSingleResult();
        return find("order by number desc")
                .firstResultOptional()
                .map(latest -> latest.number + 1)
                .orElse(1);
    }

    @Override
    public void add(PolicyVersion draft) {
        persist(PolicyEntity.of(draft));
    }

    @Override
    public void publish(PolicyVersion published, Terms terms) {
        findById(published.id().value()).follow(published);
        flush();
        outbox.append(PolicyContracts.of(published, terms));
    }
}
