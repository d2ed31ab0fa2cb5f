package io.jikim.journeys.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private final String direct = RunningStack.shared().stage().get("JIKIM_LIVE_ADMIN_URL");
    private final URI server = URI.create(direct.substring("jdbc:".length()));
    private Wire wire;

    @BeforeEach
    void lay() {
        wire = new Wire(new PostgresDialect(), server.getPort());
    }

    @AfterEach
    void takeUp() {
        wire.close();
    }

    @Test
    void hears_a_statement_each_time_it_is_executed_though_its_text_is_sent_only_at_first()
            throws SQLException {
        var heard = new CopyOnWriteArrayList<String>();
        wire.listen(said -> {
            if (said instanceof Said.Statement(_, var sql, _) && sql.startsWith("select 41")) {
                heard.add(sql);
            }
        });

        try (var connection = connect();
                var statement = connection.prepareStatement("select 41 + ?")) {
            for (int i = 0; i < 20; i++) {
                statement.setInt(1, i);
                statement.executeQuery().close();
            }
        }

        assertThat(heard).hasSize(20);
    }

    @Test
    void does_the_deed_before_the_message_goes_on() throws Exception {
        var committed = new AtomicInteger(-1);
        try (var connection = connect();
                var looking = DriverManager.getConnection(direct)) {
            prepare(looking);
            var trap =
                    wire.at(
                            2,
                            said -> said instanceof Said.Statement(_, var sql, _) && isCommit(sql),
                            () -> passAfter(() -> committed.set(count(looking))));
            connection.setAutoCommit(false);
            for (int i = 0; i < 3; i++) {
                insert(connection);
                connection.commit();
            }

            assertThat(trap.sprungWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(committed).hasValue(1);
            assertThat(count(looking)).isEqualTo(3);
        }
    }

    @Test
    void hears_the_end_of_a_transaction_after_it_has_become_durable() throws Exception {
        var committed = new AtomicInteger(-1);
        try (var connection = connect();
                var looking = DriverManager.getConnection(direct)) {
            prepare(looking);
            wire.at(
                    1,
                    said -> said instanceof Said.Completed(_, var tag) && tag.equals("COMMIT"),
                    () -> passAfter(() -> committed.set(count(looking))));
            connection.setAutoCommit(false);
            insert(connection);
            connection.commit();

            assertThat(committed).hasValue(1);
        }
    }

    @Test
    void lets_nothing_pass_while_it_is_cut_and_everything_afterwards() throws Exception {
        try (var connection = connect()) {
            wire.cut();
            assertThatThrownBy(() -> count(connection)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
            wire.mend();
        }
        try (var connection = connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void loses_the_message_of_a_client_that_died_at_it() throws Exception {
        try (var connection = connect();
                var looking = DriverManager.getConnection(direct)) {
            prepare(looking);
            wire.at(
                    1,
                    said -> said instanceof Said.Statement(_, var sql, _) && isCommit(sql),
                    () -> Wire.Fate.IS_LOST);
            connection.setAutoCommit(false);
            insert(connection);

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(count(looking)).isZero();
        }
    }

    private static Wire.Fate passAfter(Runnable deed) {
        deed.run();
        return Wire.Fate.PASSES;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                direct.replace(":" + server.getPort(), ":" + wire.port()));
    }

    private static boolean isCommit(String sql) {
        return sql.equalsIgnoreCase("commit");
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql :
                    List.of(
                            "drop table if exists wire_test",
                            "create table wire_test (at timestamptz default now())")) {
                statement.execute(sql);
            }
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into wire_test default values");
        }
    }

    private static int count(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from wire_test")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
