package io.jikim.benchmarks.service;

import io.jikim.contracts.ConsentGiven;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.messaging.Outbox;
import io.jikim.platform.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes facts true and tells them, as a use case does: one transaction, the row and the outbox.
@ApplicationScoped
class Speaker {

    private static final int SUBJECTS = 10_000;
    private static final String DIGEST = "0".repeat(64);

    private final Rows rows;
    private final Outbox outbox;
    private final Ids ids;

    Speaker(Rows rows, Outbox outbox, Ids ids) {
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
    }

    /// This many facts in one transaction; `due` is what their latency counts from. In the order of
    /// their subjects, or two such transactions could wait for each other.
    void tell(String run, Instant due, int facts) {
        var subjects = ThreadLocalRandom.current().ints(facts, 0, SUBJECTS).sorted().toArray();
        TenantScope.run(
                new Tenant(Rows.TENANT),
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    for (int subject : subjects) {
                                        one(run, due, subject);
                                    }
                                }));
    }

    private void one(String run, Instant due, int subject) {
        var who = new UUID(0x4000, 0x8000L << 48 | subject);
        var fact = new ConsentGiven(ids.next(), who, run, 1, DIGEST, due);
        rows.fact(fact);
        outbox.append(fact);
    }
}
