package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class TransienceTest {

    @ParameterizedTest
    @CsvSource({
        "ERROR, 53100, true", // the disk is full
        "ERROR, 40P01, true", // a deadlock
        "FATAL, 57P03, true", // the server is starting
        "PANIC, XX000, true", // the server's own log cannot be written
        "FATAL, 28P01, true", // a password is being rotated
        "ERROR, XX000, false",
        "ERROR, 23505, false", // unique_violation
        "ERROR, 22001, false", // the text is too long
    })
    void what_a_server_says_passes_unless_it_is_about_the_event(
            String severity, String state, boolean passes) {
        var told =
                new ServerErrorMessage(
                        "S" + severity + "\0V" + severity + "\0C" + state + "\0Mno\0");
        assertThat(Transience.of(new IllegalStateException(new PSQLException(told))))
                .isEqualTo(passes);
    }

    @Test
    void a_pool_that_has_no_connection_passes() {
        assertThat(Transience.of(new SQLException("Acquisition timeout"))).isTrue();
    }

    @Test
    void what_is_wrong_with_the_event_itself_does_not_pass() {
        assertThat(Transience.of(new IllegalArgumentException("no such purpose"))).isFalse();
    }
}
