package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is owed at a moment, over all tenants.
public interface DueWork {

    List<DueTask> erasureTasks(Instant now, int limit);

    List<DueAccount> accounts(Instant now, int limit);

    /// The number at which counting stops: it means "so many, or more".
    int MANY = 10_000;

    /// How much waits (up to [#MANY]), and since when, whether due or postponed.
    Backlog erasureBacklog();

    Backlog accountBacklog();

    /// How often the identity provider has failed the most stubborn of what asks it.
    long providerFailures();

    /// How often retention-service, or the key database, has failed the most stubborn of what asks
    /// them.
    long dataFailures();

    /// A task of a tenant.
    record DueTask(Tenant tenant, ErasureTask.Id id) {}

    /// A login account that a tenant's person still lacks.
    record DueAccount(Tenant tenant, SubjectRef ref) {}

    /// Waiting work: how many, and since when the oldest.
    record Backlog(long count, Optional<Instant> oldest) {}
}
