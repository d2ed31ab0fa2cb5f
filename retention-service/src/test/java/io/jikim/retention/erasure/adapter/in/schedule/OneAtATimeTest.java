package io.jikim.retention.erasure.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final List<String> worked = new ArrayList<>();

    @Test
    void works_again_on_what_an_error_broke_off() {
        var cases =
                new OneAtATime<String>(
                        Runnable::run,
                        what -> {
                            worked.add(what);
                            throw new NoClassDefFoundError("away");
                        });

        cases.wake("a");
        cases.wake("a");

        assertThat(worked).containsExactly("a", "a");
    }

    @Test
    void gives_another_turn_to_what_is_asked_for_meanwhile() {
        var waiting = new ArrayList<Runnable>();
        var cases = new OneAtATime<String>(waiting::add, worked::add);

        cases.wake("a");
        cases.wake("a");
        cases.wake("a");

        assertThat(waiting).hasSize(1);
        waiting.removeFirst().run();
        assertThat(worked).containsExactly("a", "a");
    }

    @Test
    void tries_again_what_could_not_be_started() {
        var starts = new ArrayList<Runnable>();
        var cases =
                new OneAtATime<String>(
                        start -> {
                            starts.add(start);
                            throw new RejectedExecutionException();
                        },
                        worked::add);

        assertThatThrownBy(() -> cases.wake("a")).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> cases.wake("a")).isInstanceOf(RejectedExecutionException.class);

        assertThat(starts).hasSize(2);
    }
}
