package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class SearchTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Inject Bus bus;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID her = UUID.randomUUID();

    @Test
    void a_record_is_found_by_what_was_done_which_system_told_it_and_when() {
        bus.tell(tenant, bus.accessAt(NOON, tenant, "staff-1", "203.0.113.7", her));
        bus.tell(tenant, bus.accessAt(NOON.plusSeconds(60), tenant, "staff-2", "203.0.113.7", her));
        awaitEntries(2);

        assertThat(actors(Map.of("action", "READ"))).containsExactly("staff-1", "staff-2");
        assertThat(actors(Map.of("action", "DOWNLOAD"))).isEmpty();
        assertThat(actors(Map.of("system", "/consent-service", "action", "READ"))).hasSize(2);
        assertThat(actors(Map.of("system", "/identity-verification-service"))).isEmpty();
        assertThat(actors(Map.of("from", "2026-11-24T12:00:00Z", "until", "2026-11-24T12:01:00Z")))
                .containsExactly("staff-1");
        assertThat(actors(Map.of("from", "2026-11-24T12:00:00.000001Z", "action", "READ")))
                .containsExactly("staff-2");
        assertThat(actors(Map.of("until", "2026-11-24T21:00:01+09:00"))).containsExactly("staff-1");
        assertThat(
                        actors(
                                Map.of(
                                        "subjectRef",
                                        her.toString(),
                                        "actor",
                                        "staff-2",
                                        "action",
                                        "READ",
                                        "system",
                                        "/consent-service",
                                        "from",
                                        "2026-11-24T00:00:00Z",
                                        "until",
                                        "2026-11-25T00:00:00Z")))
                .containsExactly("staff-2");
        assertThat(search(Map.of("actor", "staff-1")).jsonPath().getString("items[0].system"))
                .isEqualTo("/consent-service");
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused_precisely() {
        search(Map.of("from", "2026-11-24T12:00:00Z", "until", "2026-11-24T12:00:00Z"))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-range-empty"));
        for (var time :
                List.of(
                        "yesterday",
                        "2026-11-24",
                        "1969-12-31T23:59:59Z",
                        "+10000-01-01T00:00:00Z")) {
            search(Map.of("until", time))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("time-unreadable"))
                    .body("detail", containsString("until"));
        }
        for (var action : List.of("READ IT", "-", "ÄNDERN", "x".repeat(81))) {
            search(Map.of("action", action))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"))
                    .body("errors[0].path", containsString("action"));
        }
    }

    @Test
    void a_cursor_is_good_for_the_question_and_the_tenant_that_it_was_given_for() {
        for (int i = 0; i < 101; i++) {
            bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", her));
        }
        awaitEntries(101);
        var asked = Map.of("subjectRef", her.toString(), "action", "READ");
        var next = search(asked).jsonPath().getString("next");

        assertThat(search(with(asked, "after", next)).jsonPath().getList("items")).hasSize(1);
        assertUnknown(search(Map.of("subjectRef", her.toString(), "after", next)));
        assertUnknown(search(with(with(asked, "after", next), "actor", "staff-1")));
        assertUnknown(
                search(
                        Map.of(
                                "subjectRef",
                                UUID.randomUUID().toString(),
                                "action",
                                "READ",
                                "after",
                                next)));
        assertUnknown(
                as("another-tenant")
                        .queryParams(with(asked, "after", next))
                        .get("/v1/access-records"));
        for (var forged : forgeries(next)) {
            assertUnknown(search(with(asked, "after", forged)));
        }
        var own =
                given().auth()
                        .oauth2(
                                TestTokens.forTenant(tenant)
                                        .withRoles("DATA_SUBJECT")
                                        .withSubjectRef(her)
                                        .token())
                        .queryParam("after", next)
                        .get("/v1/me/access-records");
        assertUnknown(own);
    }

    @Test
    void a_rare_combination_is_found_to_its_end_by_going_on() {
        for (int i = 0; i < 300; i++) {
            bus.tell(tenant, bus.access(tenant, "staff-" + i % 2, "203.0.113.7", her));
        }
        awaitEntries(300);
        var found = new ArrayList<String>();
        var asked = Map.of("subjectRef", her.toString(), "actor", "staff-1", "action", "READ");
        var page = search(asked).jsonPath();
        found.addAll(page.getList("items.eventId"));
        while (page.getString("next") != null) {
            page = search(with(asked, "after", page.getString("next"))).jsonPath();
            found.addAll(page.getList("items.eventId"));
        }
        assertThat(found).hasSize(150).doesNotHaveDuplicates();
    }

    private static List<String> forgeries(String cursor) {
        var bytes = Base64.getUrlDecoder().decode(cursor);
        var forgeries = new ArrayList<String>();
        for (int at : new int[] {0, 7, 8, bytes.length - 1}) {
            var forged = bytes.clone();
            forged[at] ^= 1;
            forgeries.add(Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
        }
        forgeries.add(cursor.substring(1));
        forgeries.add(cursor + "AAAA");
        return forgeries;
    }

    private static void assertUnknown(Response answer) {
        answer.then().statusCode(400).body("code", equalTo("cursor-unknown"));
    }

    private static Map<String, String> with(Map<String, String> asked, String name, String value) {
        var more = new HashMap<>(asked);
        more.put(name, value);
        return more;
    }

    private List<String> actors(Map<String, String> asked) {
        JsonPath found = search(asked).then().statusCode(200).extract().jsonPath();
        // looking is in the log too
        return found.<String>getList("items.did.actor.id").stream()
                .filter(actor -> actor.startsWith("staff"))
                .toList();
    }

    private Response search(Map<String, String> asked) {
        return as(tenant).queryParams(asked).get("/v1/access-records");
    }

    private static io.restassured.specification.RequestSpecification as(String tenant) {
        return given().auth()
                .oauth2(
                        TestTokens.forTenant(tenant)
                                .withRoles("AUDITOR")
                                .withSubject("auditor-1")
                                .token())
                .header("Jikim-Reason", "INSPECTION");
    }

    private void awaitEntries(long count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Stored.number(
                                        "select count(*) from disclosure where tenant = '"
                                                + tenant
                                                + "' and actor like 'staff%'")
                                >= count);
    }
}
