package io.jikim.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuditPlanTest {

    @Test
    void without_a_word_the_large_log_has_ten_million_entries() {
        assertThat(AuditPlan.of(List.of()).entries()).isEqualTo(10_000_000);
    }

    @Test
    void what_is_said_holds() {
        assertThat(AuditPlan.of(List.of("--entries=1000000", "--seconds=6")))
                .isEqualTo(new AuditPlan(6, 15, 1_000, 1_000_000));
    }

    @Test
    void an_unknown_name_is_refused_by_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditPlan.of(List.of("--people=5")))
                .withMessageContaining("--people=5");
    }
}
