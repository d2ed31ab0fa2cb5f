package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimsMigrationTest {
    private final OlderLog log = new OlderLog();

    @Test
    void a_log_that_stands_learns_who_claimed_and_still_only_grows() throws SQLException {
        log.migrate("1");
        entry(0, "erasure.acknowledged", "/newsletter");
        entry(1, "erasure.certified", "/retention-service");

        log.migrate("20");

        for (var table : List.of("entry", "disclosure")) {
            assertThat(log.run("select claimed_by from " + table + " order by index"))
                    .containsExactly("/newsletter", "");
        }
        for (var change : List.of("update entry set claimed_by = ''", "delete from entry")) {
            log.assertRefused(change);
        }
    }

    private void entry(long index, String fact, String source) throws SQLException {
        var event = UUID.randomUUID();
        log.run(
                "insert into entry (index, event_id, leaf, leaf_hash) values (%d, '%s', '', sha256(''))"
                        .formatted(index, event));
        log.run(
                ("insert into disclosure (index, event_id, tenant, secret, fields, at) values (%d, '%s', 't', '',"
                                + " '{\"type\":\"io.jikim.%s.v1\",\"source\":\"%s\"}', now())")
                        .formatted(index, event, fact, source));
    }
}
