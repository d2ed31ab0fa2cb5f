package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.Tenant;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class TenancyTest {

    @Inject Desk desk;
    @Inject javax.sql.DataSource database;

    private final UUID subject = UUID.randomUUID();

    @Test
    void a_service_sees_only_the_streams_of_the_tenant_at_hand() {
        desk.tell(new Tenant("one"), Facts.given(subject, "newsletter"));

        assertThat(streams("one")).isEqualTo(1);
        assertThat(streams("two")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from outbox",
                "update outbox set payload = ''",
                "select * from event_log",
                "update outbox_lease set fence = 0",
                "delete from inbox",
                "delete from inbox_cursor",
                "delete from parked"
            })
    void a_service_cannot_take_back_what_it_told_or_heard(String sql) {
        assertThatThrownBy(() ->
                        desk.inTransaction(
                                Desk.TENANT, () -> Sql.run(database, sql, this::execute)))
                .hasMessageContaining("permission denied");
    }

    private int streams(String tenant) {
        return desk.inTransaction(
                new Tenant(tenant),
                () ->
                        Sql.run(
                                database,
                                "select count(*) from subject_stream where subject = ?",
                                (_, statement) -> {
                                    statement.setString(1, subject.toString());
                                    try (var rows = statement.executeQuery()) {
                                        rows.next();
                                        return rows.getInt(1);
                                    }
                                }));
    }

    private boolean execute(Connection connection, PreparedStatement statement)
            throws SQLException {
        return statement.execute();
    }
}
