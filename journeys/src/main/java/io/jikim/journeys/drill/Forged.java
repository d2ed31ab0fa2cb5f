package io.jikim.journeys.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.journeys.Api;
import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.Ledger;
import io.jikim.journeys.Patience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/// Events come that cannot be had: one that is no JSON, one that is too large, one of a version
/// that nobody knows, and one before which others are missing. Each waits alone or is passed over,
/// while the members leave; then two people skip what waits.
final class Forged {

    private static final List<String> WITH_INBOX =
            List.of("JIKIM_CONSENT_URL", "JIKIM_IDENTITY_URL", "JIKIM_RETENTION_URL");
    private static final int TOO_LARGE = 70_000;

    private Forged() {}

    static void arrive(Field field) {
        try (var bus = new Bus(field.scene().stage())) {
            tell(field, bus, "membership.terminated.v1", 1, "{\"subjectRef\":");
            tell(field, bus, "consent.given.v1", 1, "a".repeat(TOO_LARGE));
            tell(field, bus, "consent.given.v2", 1, "{}");
            tell(field, bus, "consent.given.v1", 7, "{}");
            field.terminateAll();
            Patience.until(
                    "what cannot be had is kept aside",
                    Field.SOON,
                    () -> reasons(field).equals(List.of("GAP_UNRECOVERABLE", "POISON")));
            bus.awaitReaders();
        }
        WITH_INBOX.forEach(service -> skipAll(field, service));
        // the log keeps such records for ever as they came; these were never anybody's
        new Ledger(field.scene().stage()).change("audit", "delete from set_aside");
    }

    private static void tell(Field field, Bus bus, String type, int sequence, String body) {
        var subject = new UUID(field.chance().nextLong(), field.chance().nextLong()).toString();
        bus.tell(
                "jikim.consent",
                subject,
                Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", UUID.randomUUID().toString()),
                        Map.entry("ce_type", "io.jikim." + type),
                        Map.entry("ce_source", "/consent-service"),
                        Map.entry("ce_subject", subject),
                        Map.entry("ce_time", Instant.now().toString()),
                        Map.entry("ce_dataschema", "/schemas/io.jikim." + type + ".json"),
                        Map.entry("ce_tenant", tenant(field)),
                        Map.entry("ce_epoch", "1"),
                        Map.entry("ce_sequence", String.valueOf(sequence))),
                body);
    }

    /// Nobody's: what is judged afterwards are the members, and what was told about them.
    private static String tenant(Field field) {
        return "forged-" + field.scene().cast().tenant();
    }

    private static List<String> reasons(Field field) {
        var reasons = new TreeSet<String>();
        parked(field, "JIKIM_RETENTION_URL")
                .forEach(event -> reasons.add(event.path("reason").asText()));
        return List.copyOf(reasons);
    }

    private static List<JsonNode> parked(Field field, String service) {
        var found = new ArrayList<JsonNode>();
        operator(field, service, Person.OPERATOR)
                .get("/v1/ops/parked?limit=100")
                .expect(200, "what is parked")
                .json()
                .path("items")
                .forEach(event -> {
                    if (event.path("tenant").asText().equals(tenant(field))
                            && event.path("state").asText().equals("PARKED")) {
                        found.add(event);
                    }
                });
        return found;
    }

    /// Twice for the one behind a gap: first what is missing is given up, and then the event, which
    /// says nothing that could be read.
    private static void skipAll(Field field, String service) {
        Patience.until(
                "nothing is kept aside any more at " + service,
                Field.SOON,
                () -> {
                    var waiting = parked(field, service);
                    waiting.forEach(event -> skip(field, service, event));
                    return waiting.isEmpty();
                });
    }

    /// Between the two people the event may have been tried, and be another case.
    private static void skip(Field field, String service, JsonNode event) {
        var path = "/v1/ops/parked/" + event.path("id").asText() + "/skip";
        var body = Map.of("reason", "FORGED");
        operator(field, service, Person.OPERATOR).post(path, body);
        operator(field, service, Person.SECOND_OPERATOR).post(path, body);
    }

    private static Api operator(Field field, String service, Person person) {
        return field.scene().cast().as(person, service);
    }
}
