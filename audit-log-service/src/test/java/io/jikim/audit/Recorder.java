package io.jikim.audit;

import io.jikim.testkit.tokens.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A system outside of Jikim that records accesses over REST.
record Recorder(String tenant, String client, String token) {

    static Recorder of(String tenant, String client) {
        return new Recorder(
                tenant,
                client,
                TestTokens.forTenant(tenant).withRoles("RECORDER").with("azp", client).token());
    }

    @SafeVarargs
    final Response record(Map<String, Object>... records) {
        var all = new ArrayList<Map<String, Object>>();
        for (var one : records) {
            all.add(one);
        }
        return send(Map.of("records", all));
    }

    Response send(Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/access-records");
    }

    /// The index of a record that is taken.
    long index(Map<String, Object> record) {
        return record(record)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("records[0].logIndex");
    }

    /// A look of the agent `kim` at these people, a moment ago.
    static Map<String, Object> read(UUID... subjects) {
        var did = new LinkedHashMap<String, Object>();
        did.put("at", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        did.put(
                "actor",
                new LinkedHashMap<>(Map.of("id", "kim", "account", "kim@crm", "role", "AGENT")));
        did.put("from", "198.51.100.23");
        did.put("action", "READ");
        did.put("resource", "crm/customer");
        var record = new LinkedHashMap<String, Object>();
        record.put("id", UUID.randomUUID().toString());
        record.put("did", did);
        record.put(
                "subjects", new ArrayList<>(Arrays.stream(subjects).map(UUID::toString).toList()));
        return record;
    }

    /// As `record`, with another value at a path such as `did.actor.id`; without it for null.
    static Map<String, Object> with(Map<String, Object> record, String path, Object value) {
        var copy = new LinkedHashMap<>(record);
        int dot = path.indexOf('.');
        if (dot > 0) {
            var name = path.substring(0, dot);
            @SuppressWarnings("unchecked")
            var inner = (Map<String, Object>) copy.get(name);
            copy.put(name, with(inner, path.substring(dot + 1), value));
        } else if (value == null) {
            copy.remove(path);
        } else {
            copy.put(path, value);
        }
        return copy;
    }
}
