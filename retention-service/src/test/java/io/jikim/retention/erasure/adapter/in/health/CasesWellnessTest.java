package io.jikim.retention.erasure.adapter.in.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class CasesWellnessTest {
    @Test
    void is_well_while_somebody_is_awaited_and_not_when_a_case_is_overdue() {
        assertThat(wellness(0, Map.of()).call().getStatus()).isEqualTo(Status.UP);

        var overdue = wellness(2, Map.of()).call();

        assertThat(overdue.getStatus()).isEqualTo(Status.DOWN);
        assertThat(overdue.getData())
                .hasValueSatisfying(data ->
                        assertThat(data)
                                .containsEntry("overdue", 2L)
                                .containsEntry("awaited.newsletter", 1L));
    }

    @Test
    void is_not_well_while_an_answer_is_contested_and_says_whose() {
        var contested = wellness(0, Map.of("newsletter", 1L)).call();

        assertThat(contested.getStatus()).isEqualTo(Status.DOWN);
        assertThat(contested.getData())
                .hasValueSatisfying(
                        data -> assertThat(data).containsEntry("contested.newsletter", 1L));
    }

    private static CasesWellness wellness(long overdue, Map<String, Long> contested) {
        return new CasesWellness(
                new DueWork() {
                    @Override
                    public List<CaseRef> overdue(int limit) {
                        return List.of();
                    }

                    @Override
                    public List<CaseRef> toRecheck(int limit) {
                        return List.of();
                    }

                    @Override
                    public List<TenantCode> tenants() {
                        return List.of();
                    }

                    @Override
                    public Map<String, Long> openByState() {
                        return Map.of("ORDERED", 1L);
                    }

                    @Override
                    public long overdueStill() {
                        return overdue;
                    }

                    @Override
                    public Map<HoldId, TenantCode> foundHolds() {
                        return Map.of();
                    }

                    @Override
                    public Map<String, Long> contested() {
                        return contested;
                    }

                    @Override
                    public Map<String, Long> awaited() {
                        return Map.of("newsletter", 1L);
                    }
                });
    }
}
