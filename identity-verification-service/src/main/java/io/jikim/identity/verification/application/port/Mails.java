package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.Mail;
import io.jikim.platform.access.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The mails that have yet to be sent.
public interface Mails {

    /// Due mails of all tenants.
    List<DueMail> due(Instant now, int limit);

    /// Takes a due mail for a while; empty where it is gone or in other hands.
    Optional<Mail> claim(UUID id, Instant now);

    void sent(UUID id, Instant at);

    /// It will never be sent: too late, replaced, or refused for good.
    void dropped(UUID id, String why, Instant at);

    /// To be tried again, later with every failure.
    void postpone(UUID id, Instant now);

    /// The number at which counting stops: it means "so many, or more".
    int MANY = 10_000;

    /// How many wait (up to [#MANY]), how often the most stubborn failed, and since when the oldest
    /// waits.
    Queue queue();

    /// A tenant's mail.
    record DueMail(Tenant tenant, UUID id) {}

    /// What waits.
    record Queue(long count, long failures, Optional<Instant> oldest) {}
}
