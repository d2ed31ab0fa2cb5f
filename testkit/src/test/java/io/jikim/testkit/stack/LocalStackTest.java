package io.jikim.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LocalStackTest {
    private final LocalStack stack = LocalStack.shared();

    @Test
    void gives_a_service_the_way_to_its_own_database() throws SQLException {
        var settings = stack.environment("consent-service");

        try (var connection =
                        DriverManager.getConnection(
                                settings.get("JIKIM_DB_URL"),
                                "consent_app",
                                settings.get("JIKIM_DB_PASSWORD"));
                var answer = connection.createStatement().executeQuery("show synchronous_commit")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void lets_no_service_into_the_database_of_another() {
        var url = stack.environment("audit-log-service").get("JIKIM_DB_URL");

        assertThatThrownBy(() -> DriverManager.getConnection(url, "consent_app", "consent_app"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void asks_for_a_password() {
        var url = stack.environment("consent-service").get("JIKIM_DB_URL");

        assertThatThrownBy(() -> DriverManager.getConnection(url, "consent_app", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void stops_and_starts_a_part() {
        stack.stop("mail");
        stack.start("mail");

        assertThat(stack.mails("nobody@example.com")).isEmpty();
    }
}
