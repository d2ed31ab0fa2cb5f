package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class OwnAccessesTest {
    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 18);
    private final UUID her = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();

    @Inject Bus bus;

    @Test
    void she_sees_in_which_role_and_why_but_not_who_it_was_from_where_and_about_whom_else() {
        bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", her, another));
        bus.tell(tenant, bus.access(tenant, "staff-2", "203.0.113.8", another));

        await().untilAsserted(() -> assertThat(reasons(her)).contains("CUSTOMER_REQUEST"));

        var seen = look(tenant, her).asString();
        assertThat(seen).contains("STAFF", "people/profile").contains("\"role\"");
        assertThat(seen).doesNotContain("staff-1", "staff-2", "203.0.113", another.toString());
        assertThat(reasons(her)).filteredOn("CUSTOMER_REQUEST"::equals).hasSize(1);
    }

    @Test
    void her_look_leaves_a_record_about_her_and_about_nobody_else() {
        bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", her, another));
        await().untilAsserted(() -> assertThat(reasons(her)).contains("CUSTOMER_REQUEST"));
        await().untilAsserted(() -> assertThat(reasons(her)).contains("OWN_DATA"));

        assertThat(reasons(another)).containsOnly("CUSTOMER_REQUEST");
    }

    @Test
    void the_same_person_s_id_in_another_tenant_shows_nothing() {
        bus.tell(tenant, bus.access(tenant, "staff-1", "203.0.113.7", her));
        await().untilAsserted(() -> assertThat(reasons(her)).contains("CUSTOMER_REQUEST"));

        var elsewhere = "t-" + UUID.randomUUID().toString().substring(0, 18);
        assertThat(look(elsewhere, her).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void an_account_that_is_nobody_s_is_told_so() {
        for (var ref : List.of("", "1-1-1-1-1", "alice")) {
            RestAssured.given()
                    .auth()
                    .oauth2(
                            TestTokens.forTenant(tenant)
                                    .withRoles("DATA_SUBJECT")
                                    .with("subjectRef", ref)
                                    .token())
                    .get("/v1/me/access-records")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-person"));
        }
    }

    private List<String> reasons(UUID person) {
        return look(tenant, person).jsonPath().getList("items.reason");
    }

    private static Response look(String tenant, UUID person) {
        return RestAssured.given()
                .auth()
                .oauth2(
                        TestTokens.forTenant(tenant)
                                .withRoles("DATA_SUBJECT")
                                .withSubjectRef(person)
                                .token())
                .get("/v1/me/access-records")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
