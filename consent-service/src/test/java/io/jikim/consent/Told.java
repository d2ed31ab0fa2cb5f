package io.jikim.consent;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What this service has told the others about a subject, published already or not.
public record Told(String tenant, String subject) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public record Fact(String type, JsonNode data) {}

    public List<String> types() {
        return facts().stream().map(Fact::type).toList();
    }

    public List<JsonNode> all(String type) {
        return facts().stream()
                .filter(fact -> fact.type().equals("io.jikim." + type + ".v1"))
                .map(Fact::data)
                .toList();
    }

    /// The first fact of that type, as soon as there is one.
    public JsonNode first(String type) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !all(type).isEmpty());
        return all(type).getFirst();
    }

    public List<Fact> facts() {
        var sql =
                """
                select type, payload from (
                    select type, payload, tenant, subject, topic, sequence from event_log
                    union select type, payload, tenant, subject, topic, sequence from outbox) told
                where tenant = ? and subject = ? order by topic, sequence\
                """;
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("consent"));
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            statement.setString(2, subject);
            var facts = new ArrayList<Fact>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.add(new Fact(rows.getString(1), JSON.readTree(rows.getString(2))));
                }
            }
            return facts;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
