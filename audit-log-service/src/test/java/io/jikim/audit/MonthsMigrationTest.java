package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthsMigrationTest {
    private final OlderLog log = new OlderLog();

    @BeforeEach
    void a_log_that_stands() throws SQLException {
        log.migrate("20");
        entry(0, "access.recorded", "staff-1", "");
        entry(1, "consent.withdrawn", null, "");
        entry(2, "authority.granted", null, "");
        entry(3, "erasure.acknowledged", null, "/newsletter");
        log.run("insert into access_subject values ('t', '%s', 0)".formatted(new UUID(0, 1)));
        log.run("insert into tile values (0, 0, decode(repeat('ab', 8192), 'hex'), sha256('0'))");
        log.run("insert into tile values (1, 0, decode(repeat('cd', 8192), 'hex'), sha256('1'))");
        log.run("insert into checkpoint values (4, 'note', '2026-10-31T15:00:00Z')");

        log.migrate("latest");
    }

    @Test
    void keeps_every_row_and_learns_its_class() throws SQLException {
        assertThat(log.run("select class from disclosure order by index"))
                .containsExactly("ACCESS", "EVIDENCE", "AUTHORITY", "EVIDENCE");
        assertThat(log.run("select encode(leaf, 'escape') from entry order by index"))
                .containsExactly("leaf 0", "leaf 1", "leaf 2", "leaf 3");
        assertThat(log.run("select index from access_subject")).containsExactly("0");
        assertThat(
                        log.run(
                                "select encode(substr(hashes, 1, 1), 'hex') || root from tile order by level"))
                .containsExactly(
                        "ab" + log.run("select sha256('0')").getFirst(),
                        "cd" + log.run("select sha256('1')").getFirst());
        assertThat(log.run("select count(*) from tile_above")).containsExactly("1");
    }

    @Test
    void knows_by_name_what_it_knew() throws SQLException {
        assertThat(
                        log.run(
                                "select n.claimed_by from entry_name n join entry e using (event_id, claimed_by, index) order by index"))
                .containsExactly("", "", "", "/newsletter");
    }

    @Test
    void begins_a_month_with_the_next_whole_tile_and_still_only_grows() throws SQLException {
        assertThat(log.run("select month from log_month")).containsExactly("2026-11-01");
        log.run("update log_state set size = 4");
        log.run("alter table log_month disable trigger only_pruner");
        log.run("update log_month set month = '2020-01-01'");
        log.run("alter table log_month enable trigger only_pruner");

        while (log.run("set role audit_pruner; select begin_month()").equals(List.of("t"))) {}

        assertThat(log.run("select first_index from log_month order by 1"))
                .containsExactly("0", "256");
        for (var table :
                List.of(
                        "entry",
                        "entry_0",
                        "entry_256",
                        "tile",
                        "tile_0",
                        "tile_256",
                        "tile_above")) {
            log.assertRefused("delete from " + table);
            log.assertRefused("truncate " + table);
            log.assertRefused("update " + table + " set index = index");
        }
        for (var table :
                List.of(
                        "disclosure",
                        "disclosure_0",
                        "disclosure_256",
                        "access_subject",
                        "access_subject_0",
                        "access_subject_256",
                        "restricted_subject",
                        "entry_name",
                        "log_month",
                        "record_class",
                        "pruned_root",
                        "pruned_month")) {
            log.assertRefused("delete from " + table);
            log.assertRefused("truncate " + table);
        }
    }

    private void entry(long index, String fact, String actor, String claimedBy)
            throws SQLException {
        var event = UUID.randomUUID();
        log.run(
                "insert into entry (index, event_id, claimed_by, leaf, leaf_hash) values (%d, '%s', '%s', 'leaf %d', sha256(''))"
                        .formatted(index, event, claimedBy, index));
        log.run(
                ("insert into disclosure (index, event_id, claimed_by, tenant, secret, fields, at, actor)"
                                + " values (%d, '%s', '%s', 't', '', '{\"type\":\"io.jikim.%s.v1\"}', now(), %s)")
                        .formatted(
                                index,
                                event,
                                claimedBy,
                                fact,
                                actor == null ? "null" : "'" + actor + "'"));
    }
}
