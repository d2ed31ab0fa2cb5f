package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SearchMigrationTest {
    private final OlderLog log = new OlderLog();

    @Test
    void a_log_that_stands_learns_by_what_its_records_are_found_and_still_only_grows()
            throws SQLException {
        log.migrate("21");
        for (int i = 0; i < 600; i++) {
            if (i % 256 < 2 || i == 599) {
                entry(i, i % 256 == 0 ? "null" : "'staff-1'");
            }
        }
        log.run("update log_state set size = 600");

        log.migrate("latest");

        assertThat(
                        log.run(
                                "select index || ' ' || block || ' ' || coalesce(action, '-') || '"
                                        + " ' || coalesce(source, '-') from disclosure order by index"))
                .containsExactly(
                        "0 0 - -",
                        "1 0 READ /shop",
                        "256 1 - -",
                        "257 1 READ /shop",
                        "512 2 - -",
                        "513 2 READ /shop",
                        "599 2 READ /shop");
        assertThat(log.run("select index || ' ' || (earliest = latest) from span order by index"))
                .as("of full tiles only")
                .containsExactly("0 true", "1 true");
        log.assertRefused("delete from disclosure");
        log.assertRefused("update disclosure set block = 7");
        log.assertRefused("delete from span");
        log.run(
                "do $$ begin execute format('grant usage on schema %I to audit_app',"
                        + " current_schema()); end $$");
        log.assertRefused("set role audit_app; insert into span values (0, 7, now(), now())");
    }

    private void entry(long index, String actor) throws SQLException {
        log.run(
                ("insert into disclosure (index, tenant, secret, fields, at, actor, class) values"
                                + " (%d, 't', '', '{\"action\":\"READ\",\"source\":\"/shop\"}', now(), %s,"
                                + " 'ACCESS')")
                        .formatted(index, actor));
    }
}
