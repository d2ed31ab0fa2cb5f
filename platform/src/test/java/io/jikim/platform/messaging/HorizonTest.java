package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class HorizonTest {

    @Inject Horizons horizons;
    @Inject Backlogs backlogs;

    @Test
    void an_open_snapshot_of_anybody_shows_and_is_an_alarm_when_it_is_old() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("consent"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select 1");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> horizons.now().oldestSeconds() > 1.5);
            var wellness =
                    new BacklogWellness(
                            backlogs, horizons, Duration.ofHours(1), Duration.ofSeconds(1), 1_000);
            assertThat(wellness.call().getStatus().name()).isEqualTo("DOWN");
        }
    }
}
