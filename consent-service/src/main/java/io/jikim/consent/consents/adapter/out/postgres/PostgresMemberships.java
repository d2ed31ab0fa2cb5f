package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.contracts.MembershipTerminated;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Memberships as rows; the row is also the lock under which everything about a person is decided.
@ApplicationScoped
class PostgresMemberships implements Memberships, PanacheRepositoryBase<MembershipEntity, UUID> {

    private final Outbox outbox;

    PostgresMemberships(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Optional<Membership> find(SubjectRef subject) {
        return findByIdOptional(subject.value()).map(MembershipEntity::toDomain);
    }

    @Override
    public Optional<Membership> lock(SubjectRef subject) {
        return findByIdOptional(subject.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(MembershipEntity::toDomain);
    }

    /// A reference that was erased is used up: a late registration must not bring it back.
    @Override
    public void learn(Membership begun) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into membership (subject_ref, kind)
                        select :subject, :kind
                        where not exists (select from erased where subject_ref = :subject)
                        on conflict do nothing\
                        """)
                .setParameter("subject", begun.subject().value())
                .setParameter("kind", begun.kind().name())
                .executeUpdate();
    }

    @Override
    public Optional<Standing.Terminated> pastTermination(SubjectRef subject) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select termination, policy_version, terminated_at from erased
                        where subject_ref = :subject and termination is not null\
                        """,
                        Tuple.class)
                .setParameter("subject", subject.value())
                .getResultStream()
                .map(row ->
                        new Standing.Terminated(
                                row.get("termination", UUID.class),
                                row.get("policy_version", Integer.class),
                                row.get("terminated_at", Instant.class)))
                .findFirst();
    }

    @Override
    public void end(Membership.Termination.Done termination) {
        var subject = termination.ended().subject().value();
        var fact = termination.fact();
        findById(subject).end(fact);
        flush();
        outbox.append(new MembershipTerminated(subject, fact.policyVersion(), fact.at()));
    }
}
