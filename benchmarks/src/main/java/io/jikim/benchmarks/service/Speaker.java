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

    /// This many facts in one transaction; `due` is what their latency counts from.
    void tell(String run, Instant due, int facts) {
        TenantScope.run(
                new Tenant(Rows.TENANT),
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    for (int i = 0; i < facts; i++) {
                                        tell(run, due);
                                    }
                                }));
    }

    private void tell(String run, Instant due) {
        var fact = new ConsentGiven(ids.next(), anybody(), run, 1, DIGEST, due);
        rows.fact(fact);
        outbox.append(fact);
    }

    private static UUID anybody() {
        return new UUID(0x4000, 0x8000L << 48 | ThreadLocalRandom.current().nextInt(SUBJECTS));
    }
}
