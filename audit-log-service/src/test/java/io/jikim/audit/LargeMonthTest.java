package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A month of many entries comes to its end.
class LargeMonthTest {
    private static final int SIZE = 80_000;
    private static final int END = 90_112;

    private final OlderLog log = new OlderLog();

    @BeforeEach
    void a_month_of_many_entries() throws SQLException {
        log.migrate("latest");
        store(0, SIZE);
        log.run("alter table log_month disable trigger only_pruner");
        log.run("update log_month set month = '2020-01-01'");
        log.run("alter table log_month enable trigger only_pruner");
    }

    @Test
    void the_more_there_is_to_read_the_more_can_be_stored_meanwhile() throws SQLException {
        assertThat(begin()).isTrue();

        assertThat(log.run("select ends from log_month")).containsExactly("" + END);
        store(SIZE, END);
        assertThatThrownBy(() -> log.run("update log_state set size = " + (END + 1)))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("55P03");
        while (begin()) {}
        store(END, END + 1);
        assertThat(log.run("select count(*) from entry_" + END)).containsExactly("1");
        assertThat(log.run("select count(*) from entry_0")).containsExactly("" + END);
    }

    /// PostgreSQL says of each table whether it had to look at the rows.
    @Test
    void nothing_is_read_while_others_wait() throws SQLException {
        var said = new ArrayList<String>();
        for (int steps = 0; steps < 6; steps++) {
            said.addAll(
                    log.heard(
                            "set role audit_pruner; set client_min_messages = debug1; select begin_month()"));
        }
        assertThat(log.run("select first_index from log_month order by 1"))
                .containsExactly("0", "" + END);
        assertThat(said)
                .filteredOn(line -> line.endsWith("is implied by existing constraints"))
                .extracting(line -> line.replaceAll("[^\"]*\"(.*)\".*", "$1"))
                .contains("entry_0", "tile_0", "access_subject_0", "disclosure_0");
        assertThat(
                        log.run(
                                "select conname from pg_constraint where conname = 'month_ends'"
                                        + " and conrelid = 'entry_0'::regclass"))
                .isEmpty();
    }

    private boolean begin() throws SQLException {
        return log.run("set role audit_pruner; select begin_month()").equals(List.of("t"));
    }

    private void store(int from, int to) throws SQLException {
        var series = " from generate_series(%d, %d) i".formatted(from, to - 1);
        log.run("update log_state set size = " + to);
        log.run("insert into entry select i, gen_random_uuid(), '', 'leaf', sha256('')" + series);
        log.run(
                "insert into disclosure (index, block, tenant, secret, fields, at, class)"
                        + " select i, i >> 8, 't', '', '{}', now(), 'ACCESS'"
                        + series);
        log.run("insert into access_subject select 't', gen_random_uuid(), i" + series);
    }
}
