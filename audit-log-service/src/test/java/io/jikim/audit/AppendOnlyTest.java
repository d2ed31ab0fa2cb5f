package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class AppendOnlyTest {
    @Inject AppendFacts appendFacts;

    @Test
    void two_sequencers_at_once_fork_nothing() throws InterruptedException, ExecutionException {
        var facts = Facts.fresh(600);
        long before = size();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int worker = 0; worker < 4; worker++) {
                var own = new ArrayList<>(facts);
                Collections.shuffle(own, new Random(worker));
                work.add(() -> appendAll(own));
            }
            int added = 0;
            for (var done : pool.invokeAll(work)) {
                added += done.get();
            }
            assertThat(added).isEqualTo(600);
        }
        assertThat(size()).isGreaterThanOrEqualTo(before + 600);
        assertSound();
    }

    @Test
    void a_batch_that_fails_leaves_nothing() {
        long before = size();
        var facts = Facts.fresh(3);
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    appendFacts.append(facts);
                                    throw new IllegalStateException("stop");
                                }))
                .hasMessage("stop");

        assertThat(size()).isEqualTo(before);
        assertThat(appendFacts.append(facts)).isEqualTo(3);
        assertThat(appendFacts.append(facts)).isZero();
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({"audit_app", "audit_relay", "audit_owner", "postgres"})
    void nobody_changes_what_stands(String role) throws SQLException {
        appendFacts.append(Facts.fresh(300));
        for (var table : List.of("entry", "tile", "checkpoint")) {
            assertRefused(
                    role,
                    "update "
                            + table
                            + " set "
                            + (table.equals("checkpoint") ? "note = ''" : "index = index")
                            + "");
            assertRefused(role, "delete from " + table);
            assertRefused(role, "truncate " + table + " cascade");
        }
        assertRefused(role, "delete from log_state");
        assertRefused(role, "truncate log_state");
        assertRefused(role, "update log_state set size = size - 1");
        assertRefused(role, "update log_state set size = size");
    }

    @ParameterizedTest
    @CsvSource({"audit_app", "audit_relay", "audit_owner", "postgres"})
    void nobody_gives_a_number_back(String role) throws SQLException {
        appendFacts.append(Facts.withAccesses(2));
        assertRefused(role, "update subject_chain set number = number - 1, index = index + 1");
        assertRefused(role, "update subject_chain set number = number + 1, since = since + 1");
        assertRefused(role, "update subject_chain set number = number + 1");
        assertRefused(role, "update access_subject set number = number + 1");
    }

    @ParameterizedTest
    @CsvSource({"audit_app", "audit_relay", "audit_owner", "postgres"})
    void nobody_destroys_what_is_beside_it_by_hand(String role) throws SQLException {
        appendFacts.append(Facts.fresh(1));
        for (var table :
                List.of(
                        "disclosure",
                        "access_subject",
                        "restricted_subject",
                        "subject_chain",
                        "entry_name",
                        "log_month",
                        "record_class")) {
            assertRefused(role, "delete from " + table);
            assertRefused(role, "truncate " + table + " cascade");
        }
        assertRefused(role, "update disclosure set fields = '{}'");
        assertRefused(role, "update log_month set first_index = 256");
        assertRefused(role, "update record_class set least = interval '0', shredded = 1000000");
    }

    @ParameterizedTest
    @CsvSource({"audit_app", "audit_relay", "audit_owner", "postgres"})
    void a_partition_is_guarded_as_its_table_is(String role) throws SQLException {
        appendFacts.append(Facts.fresh(1));
        for (var table :
                List.of("entry_0", "tile_0", "tile_above", "disclosure_0", "access_subject_0")) {
            assertRefused(role, "delete from " + table);
            assertRefused(role, "truncate " + table + " cascade");
            assertRefused(role, "update " + table + " set index = index");
        }
    }

    @ParameterizedTest
    @CsvSource({"audit_app", "audit_relay"})
    void the_service_reaches_no_partition_and_no_function_that_destroys(String role)
            throws SQLException {
        for (var table : List.of("entry_0", "tile_0", "disclosure_0", "access_subject_0")) {
            assertRefused(role, "select from " + table);
            assertRefused(role, "drop table " + table);
            assertRefused(
                    role,
                    "alter table %s detach partition %s"
                            .formatted(table.substring(0, table.length() - 2), table));
        }
        assertRefused(role, "select shred('ACCESS', interval '1 year', 1)");
        assertRefused(role, "select prune(1)");
        assertRefused(role, "select begin_month()");
        assertRefused(role, "insert into log_month values (256, now(), 256)");
        assertRefused(role, "insert into checkpoint (size, note, signed_at) values (0, '', now())");
    }

    @Test
    void who_destroys_can_do_nothing_else() throws SQLException {
        assertRefused("audit_app", "set role audit_pruner");
        assertRefused("audit_owner", "set role audit_pruner");
        for (var table :
                List.of(
                        "entry",
                        "tile",
                        "checkpoint",
                        "disclosure",
                        "access_subject",
                        "log_month")) {
            for (var statement :
                    List.of(
                            "delete from " + table,
                            "select from " + table,
                            "drop table " + table)) {
                assertRefused("audit_relay", "set role audit_pruner; " + statement);
            }
        }
        assertRefused("audit_relay", "set role audit_pruner; select add_part('entry', 256)");
        assertRefused("audit_relay", "set role audit_pruner; insert into entry values (0)");
        assertRefused("audit_relay", "set role audit_pruner; create table mine (a int)");
    }

    private int appendAll(List<Fact> facts) {
        int added = 0;
        for (int from = 0; from < facts.size(); from += 50) {
            added += appendOnce(facts.subList(from, from + 50));
        }
        return added;
    }

    private int appendOnce(List<Fact> batch) {
        while (true) {
            try {
                return appendFacts.append(batch);
            } catch (LogMoved e) {
                Thread.onSpinWait();
            }
        }
    }

    /// Every leaf gives its hash, the indexes have no hole, and every signed head is the root of
    /// its beginning.
    private static void assertSound() {
        var leaves = Stored.texts("select encode(leaf, 'base64') from entry order by index");
        assertThat(Stored.number("select max(index) + 1 from entry")).isEqualTo(leaves.size());
        var roots = new ArrayList<Hash>();
        var frontier = Frontier.EMPTY;
        roots.add(frontier.root());
        for (var leaf : leaves) {
            var hash = MerkleHash.leaf(Base64.getMimeDecoder().decode(leaf));
            frontier = frontier.append(List.of(hash)).frontier();
            roots.add(frontier.root());
        }
        for (var note : Stored.texts("select note from checkpoint order by size")) {
            var lines = note.split("\n", -1);
            assertThat(lines[2])
                    .isEqualTo(
                            Base64.getEncoder()
                                    .encodeToString(roots.get(Integer.parseInt(lines[1])).bytes()));
        }
        assertThat(Stored.text("select encode(root, 'hex') from log_state"))
                .isIn(roots.stream().map(r -> HexFormat.of().formatHex(r.bytes())).toList());
    }

    private static long size() {
        return Stored.number("select size from log_state");
    }

    private static void assertRefused(String role, String sql) throws SQLException {
        var settings = LocalStack.shared().environment("audit-log-service");
        var url =
                role.equals("postgres")
                        ? LocalStack.shared().superuserUrl("audit")
                        : settings.get("JIKIM_DB_URL");
        try (var connection =
                        role.equals("postgres")
                                ? DriverManager.getConnection(url)
                                : DriverManager.getConnection(url, role, role);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(role + ": " + sql)
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }
}
