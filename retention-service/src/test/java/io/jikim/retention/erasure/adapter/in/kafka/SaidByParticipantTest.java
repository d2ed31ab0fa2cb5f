package io.jikim.retention.erasure.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.retention.erasure.domain.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaidByParticipantTest {
    @Test
    void believes_destroyed_keys_only_of_our_own_services() {
        assertThat(levelOf("identity-verification-service", "L2")).isEqualTo(Level.L2);
        assertThat(levelOf("newsletter", "L2")).isEqualTo(Level.L1);
    }

    @Test
    void believes_nobody_what_only_we_can_prove() {
        assertThat(levelOf("identity-verification-service", "L4")).isEqualTo(Level.L2);
        assertThat(levelOf("newsletter", "L4")).isEqualTo(Level.L1);
    }

    @Test
    void takes_a_level_that_nobody_knows_for_none_so_that_it_is_contested() {
        assertThat(levelOf("newsletter", "L9")).isNull();
    }

    private static Level levelOf(String participant, String said) {
        var acknowledgement =
                new Acknowledgement(
                        new UUID(1, 1),
                        participant,
                        Phase.DONE,
                        1,
                        List.of(),
                        new Evidence(said, List.of()),
                        Instant.EPOCH);
        var event = new ErasureAcknowledged(new UUID(1, 2), acknowledgement, "signature");
        return SaidByParticipant.of(event, "{}").answer().level();
    }
}
