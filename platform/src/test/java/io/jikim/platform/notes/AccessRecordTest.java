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
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    void a_list_too_long_for_one_record_leaves_several() throws Exception {
        var subjects = Stream.generate(UUID::randomUUID).limit(2_500).toList();

        InTenant.run(
                "records-a",
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> records.write(access, "note", subjects)));

        var named = new ArrayList<String>();
        for (String payload : allSent()) {
            json.readTree(payload).path("subjects").forEach(one -> named.add(one.asText()));
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        subjects.stream().map(UUID::toString).toList());
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

    private String sent() throws Exception {
        var sent = allSent();
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }

    /// The relay may have taken some to the broker already.
    private List<String> allSent() throws Exception {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select payload from outbox where subject = ?"
                                        + " union select payload from event_log where subject = ?")) {
            query.setString(1, access.actor().id());
            query.setString(2, access.actor().id());
            var sent = new ArrayList<String>();
            var row = query.executeQuery();
            while (row.next()) {
                sent.add(row.getString(1));
            }
            return sent;
        }
    }
}
