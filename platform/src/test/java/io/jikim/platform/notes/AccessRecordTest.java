package io.jikim.platform.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.access.Actor;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.crypto.SealBroken;
import io.jikim.testkit.stack.Stack;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class AccessRecordTest {

    private final Access access =
            new Access(
                    new Actor("s-" + UUID.randomUUID(), "STAFF"),
                    "note.read",
                    "CUSTOMER_REQUEST",
                    "203.0.113.9",
                    "called about an invoice");

    @Inject Notes notes;
    @Inject AccessRecords records;
    @Inject BusSeal seal;
    @Inject ObjectMapper json;

    @Inject
    @DataSource("system")
    javax.sql.DataSource database;

    @Test
    void a_read_leaves_a_record_that_keeps_address_and_note_to_ourselves() throws Exception {
        UUID id = InTenant.call("records-a", () -> notes.write("mine"));
        InTenant.call("records-a", () -> notes.read(id, access));

        String payload = sent();
        JsonNode record = json.readTree(payload);
        assertThat(record.path("actor").path("role").asText()).isEqualTo("STAFF");
        assertThat(record.path("reason").asText()).isEqualTo("CUSTOMER_REQUEST");
        assertThat(record.path("subjects").get(0).asText()).isEqualTo(id.toString());
        assertThat(payload).doesNotContain("203.0.113.9", "invoice");

        byte[] sealed = Base64.getDecoder().decode(record.path("sealedContext").asText());
        assertThat(opened("records-a", sealed))
                .isEqualTo("{\"from\":\"203.0.113.9\",\"note\":\"called about an invoice\"}");
        assertThatThrownBy(() -> opened("records-b", sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void no_record_is_written_outside_the_transaction_that_reads() {
        assertThatThrownBy(() ->
                        InTenant.run("records-a", () -> records.write(access, "note", List.of())))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    private String opened(String tenant, byte[] sealed) {
        return InTenant.call(tenant, () -> new String(seal.open("access.recorded", sealed), UTF_8));
    }

    /// The relay may have taken it to the broker already.
    private String sent() throws Exception {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select payload from outbox where subject = ?"
                                        + " union select payload from event_log where subject = ?")) {
            query.setString(1, access.actor().id());
            query.setString(2, access.actor().id());
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
