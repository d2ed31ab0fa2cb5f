package io.jikim.audit;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.BusSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Access records as they come from the bus, and the way into the log past it.
@ApplicationScoped
class SealedAccesses {
    private static final String FROM = "203.0.113.7";

    private final BusSeal seal;
    private final AppendFacts appendFacts;

    SealedAccesses(BusSeal seal, AppendFacts appendFacts) {
        this.seal = seal;
        this.appendFacts = appendFacts;
    }

    Fact of(String tenant, UUID... subjects) {
        var told =
                new Told(
                        UUID.randomUUID(),
                        tenant,
                        "io.jikim.access.recorded.v1",
                        "staff-1",
                        Instant.EPOCH,
                        "/test",
                        "1/1");
        var deed = new Fact.Deed("staff-1", "STAFF", "READ", "people/profile", "CUSTOMER_REQUEST");
        return new Fact.Access(told, deed, List.of(subjects), origin(tenant));
    }

    private Fact.Origin origin(String tenant) {
        var plain = "{\"from\":\"" + FROM + "\"}";
        var sealed =
                TenantScope.call(
                        new Tenant(tenant),
                        () -> seal.seal("access.recorded", plain.getBytes(StandardCharsets.UTF_8)));
        return new Fact.Origin(Base64.getEncoder().encodeToString(sealed), Map.of("from", FROM));
    }

    /// Until nobody was faster.
    int append(List<Fact> facts) {
        while (true) {
            try {
                return appendFacts.append(facts);
            } catch (LogMoved _) {
                Thread.onSpinWait();
            }
        }
    }
}
