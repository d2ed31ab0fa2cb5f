package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience();
    private final ArrayList<NotInTurn> given = new ArrayList<>();

    @Test
    void nothing_is_given_up_while_the_service_stops() {
        patience.stop();

        assertThatThrownBy(() -> attempt(() -> assertThat(given).as("never run").isNull()))
                .hasMessage("The service is stopping");
        assertThat(given).isEmpty();
    }

    @Test
    void what_breaks_because_the_service_stops_meanwhile_is_not_given_up() {
        assertThatThrownBy(() ->
                        attempt(() -> {
                            patience.stop();
                            throw new Malformed("cut off");
                        }))
                .hasMessage("The service is stopping");
        assertThat(given).isEmpty();
    }

    @Test
    void a_malformed_event_is_given_up_at_once_otherwise() {
        attempt(() -> {
            throw new Malformed("no json");
        });

        assertThat(given).hasSize(1);
    }

    @Test
    void what_is_too_large_for_the_broker_is_not_waited_for() {
        attempt(() -> {
            throw new RetryLater(
                    "not stored", new ExecutionException(new RecordTooLargeException("1 MiB")));
        });

        assertThat(given).hasSize(1);
    }

    private void attempt(Runnable work) {
        patience.attempt(UUID.randomUUID(), work, given::add);
    }
}
