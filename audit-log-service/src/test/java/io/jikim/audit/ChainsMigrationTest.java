package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainsMigrationTest {
    private final OlderLog log = new OlderLog();

    @Test
    void what_was_in_the_log_before_keeps_its_persons_and_gets_no_number() throws SQLException {
        log.migrate("21");
        log.run(
                "insert into access_subject values ('t', '%s', 0), ('t', '%s', 1)"
                        .formatted(new UUID(0, 1), new UUID(0, 2)));

        log.migrate("latest");

        assertThat(log.run("select index from access_subject order by index"))
                .containsExactly("0", "1");
        assertThat(log.run("select number from access_subject")).containsOnly((String) null);
        assertThat(log.run("select count(*) from subject_chain")).containsExactly("0");
    }
}
