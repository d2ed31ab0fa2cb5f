package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.messaging.Outbox;
import io.jikim.retention.erasure.application.port.Certificates;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Stamp;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Certificates, written once and never changed: the service's role has no right to.
@ApplicationScoped
class PostgresCertificates implements Certificates {
    private static final String ISSUE =
            """
            insert into certificate (erasure, revision, tenant, document, digest, key_id, signature, event_id, issued_at)
            values (:erasure, :revision, :tenant, :document, :digest, :key, :signature, :event, :at)
            """;
    private static final String FIND =
            """
            select revision, document, digest, key_id, signature, issued_at, event_id
            from certificate
            where erasure = :erasure and (cast(:revision as int) is null or revision = :revision)
            order by revision desc limit 1
            """;

    private final Session database;
    private final CurrentTenant tenant;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    PostgresCertificates(
            Session database, CurrentTenant tenant, Outbox outbox, MeterRegistry metrics) {
        this.database = database;
        this.tenant = tenant;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Override
    public void issue(ErasureFact.Certified fact, Stamp stamp) {
        var event = outbox.append(RetentionContracts.of(fact));
        database.createNativeMutationQuery(ISSUE)
                .setParameter("erasure", fact.opening().id().value())
                .setParameter("revision", fact.revision())
                .setParameter("tenant", tenant.get().code())
                .setParameter("document", stamp.json())
                .setParameter("digest", stamp.digest())
                .setParameter("key", stamp.keyId())
                .setParameter("signature", stamp.signature())
                .setParameter("event", event)
                .setParameter("at", stamp.at())
                .executeUpdate();
        if (fact.revision() == 1) {
            metrics.timer("jikim.erasure.to.certificate")
                    .record(Duration.between(fact.opening().at(), fact.at()));
        }
    }

    @Override
    public Optional<Issued> find(ErasureId id, @Nullable Integer revision) {
        return database
                .createNativeQuery(FIND, Object[].class)
                .setParameter("erasure", id.value())
                .setParameter("revision", revision)
                .getResultList()
                .stream()
                .findFirst()
                .map(PostgresCertificates::issued);
    }

    private static Issued issued(Object[] row) {
        return new Issued(
                (Integer) row[0],
                new Stamp(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Instant) row[5]),
                (UUID) row[6]);
    }
}
