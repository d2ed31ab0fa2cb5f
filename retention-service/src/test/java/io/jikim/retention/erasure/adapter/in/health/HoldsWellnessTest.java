package io.jikim.retention.erasure.adapter.in.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HoldsWellnessTest {
    @Test
    void is_not_well_while_a_hold_stands_that_only_the_archive_knew_and_says_which() {
        var id = UUID.randomUUID();
        assertThat(new HoldsWellness(() -> Map.of()).call().getStatus()).isEqualTo(Status.UP);

        var found =
                new HoldsWellness(() -> Map.of(new HoldId(id), new TenantCode("ompass"))).call();

        assertThat(found.getStatus()).isEqualTo(Status.DOWN);
        assertThat(found.getData())
                .hasValueSatisfying(
                        data -> assertThat(data).containsEntry("found." + id, "ompass"));
    }
}
