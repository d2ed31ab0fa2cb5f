package io.jikim.platform.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jikim.platform.problem.Unquoted;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class QuotedRowsTest {

    private static final String MARKER = "Hong-Gildong-20010203";

    @Inject javax.sql.DataSource own;

    @Inject
    @DataSource("system")
    javax.sql.DataSource system;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource keys;

    @Test
    void no_database_quotes_a_row_that_breaks_a_constraint() {
        for (var database : List.of(own, system, keys)) {
            var e = catchThrowableOfType(SQLException.class, () -> writeTwice(database));

            assertThat(e.getSQLState()).isEqualTo("23505");
            assertThat(e.getMessage()).doesNotContain(MARKER);
        }
    }

    @Test
    void a_failure_is_logged_with_its_class_code_and_place_and_without_its_words() {
        var failure =
                new IllegalStateException(
                        MARKER, new SQLException("Key (name)=(" + MARKER + ")", "23505"));

        assertThat(printed(Unquoted.of(failure)))
                .contains("java.lang.IllegalStateException", "SQLException 23505", "QuotedRowsTest")
                .doesNotContain(MARKER);
    }

    @Test
    void a_request_that_fails_leaves_no_words_of_its_failure_in_the_log() {
        var logged = new Kept();
        var root = Logger.getLogger("");
        root.addHandler(logged);
        try {
            given().auth()
                    .oauth2(TestTokens.forTenant("ground-p").withRoles("STAFF").token())
                    .get("/v1/notes/failing/bug")
                    .then()
                    .statusCode(500);
        } finally {
            root.removeHandler(logged);
        }

        assertThat(String.join("\n", logged.texts))
                .contains("A request failed", "java.lang.IllegalStateException")
                .doesNotContain("where secret");
    }

    /// As the server words it for a unique index over a person's name.
    private static void writeTwice(javax.sql.DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        raise unique_violation using
                            message = 'duplicate key value violates unique constraint "one_name"',
                            detail = 'Key (name)=(%s) already exists.';
                    end $$
                    """
                            .formatted(MARKER));
        }
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static final class Kept extends Handler {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
            if (entry.getThrown() != null) {
                texts.add(printed(entry.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
