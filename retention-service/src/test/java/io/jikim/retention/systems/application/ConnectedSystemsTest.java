package io.jikim.retention.systems.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.adapter.out.json.JsonForTests;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.Login;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The connector and the archive inside the service: real keys, real databases, over REST and the
/// ports.
@QuarkusTest
@QuarkusTestResource(Stack.class)
class ConnectedSystemsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject ConnectedSystems systems;
    @Inject Archive archive;
    @Inject Systems stored;
    @Inject Policies policies;
    @Inject CurrentTenant current;

    private final TenantCode tenant =
            new TenantCode("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final SubjectId subject = new SubjectId(UUID.randomUUID());
    private final Operator operator = Operator.with(50);

    @Test
    void a_system_is_connected_and_seen_by_its_tenant_only() throws Exception {
        connect(OmpassDatabase.mapping()).then().statusCode(201).body("name", equalTo("ompass"));

        as("AUDITOR")
                .get("/v1/systems")
                .then()
                .statusCode(200)
                .body("systems.name", contains("ompass"))
                .body("systems[0].alarms", empty());
        given().auth()
                .oauth2(TestTokens.forTenant("somebody-else").withRoles("AUDITOR").token())
                .get("/v1/systems")
                .then()
                .body("systems", empty());
        assertThat(systems.of(tenant)).containsExactly(new SystemName("ompass"));
        assertThat(
                        live(
                                "select count(*) from connected_system where tenant = '%s' and position('%s'::bytea in password) > 0"
                                        .formatted(tenant, operator.login.password())))
                .isEqualTo("0");
    }

    @Test
    void a_mapping_that_does_not_fit_is_refused_with_every_reason() throws Exception {
        connect(
                        OmpassDatabase.mapping()
                                .replace("\"table\":\"cookies\"", "\"table\":\"biscuits\"")
                                .replace("\"sales_memo\"", "\"memo\"")
                                .replace("\"category\":\"marketing\"", "\"category\":\"zzz\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("mapping-refused"))
                .body("errors", hasItem("unknown table biscuits"))
                .body("errors", hasItem("unknown column contracts.memo"))
                .body("errors", hasItem(containsString("zzz is no category")));
        as("STAFF").get("/v1/systems").then().statusCode(403);
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() throws Exception {
        connect(OmpassDatabase.mapping()).then().statusCode(201);

        as("TENANT_ADMIN")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "ADMINISTRATOR", "externalId", "" + operator.marker.id()))
                .post("/v1/systems/ompass/dry-run")
                .then()
                .statusCode(200)
                .body("tables.find { it.table == 'login_logs' }.rows", equalTo(8))
                .body("tables.find { it.table == 'payments' }.rows", equalTo(3));
        assertThat(operator.count("payments where payer_email = '" + operator.marker.email() + "'"))
                .isEqualTo(3);
    }

    @Test
    void no_system_is_called_nul() {
        as("TENANT_ADMIN")
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "ADMINISTRATOR", "externalId", "1"))
                .post("/v1/systems/%00/dry-run")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void what_the_law_keeps_is_archived_read_with_a_reason_and_destroyed_when_due()
            throws Exception {
        connect(OmpassDatabase.mapping()).then().statusCode(201);

        var outcome = systems.erase(new SystemName("ompass"), order());

        assertThat(outcome).isInstanceOf(SystemOutcome.Done.class);
        assertThat(systems.erase(new SystemName("ompass"), order())).isEqualTo(outcome);
        assertThat(systems.sweep(new SystemName("ompass"), order()))
                .isInstanceOf(SystemSweep.Clean.class);
        assertThat(operator.places(operator.marker.email())).isEmpty();
        var records =
                as("PRIVACY_OFFICER")
                        .get("/v1/archive/records?subjectRef=" + subject)
                        .then()
                        .statusCode(200)
                        .body("records.state", not(hasItem("DESTROYED")))
                        .extract()
                        .jsonPath()
                        .getList(
                                "records.findAll { it.category == 'payment-records' }.recordId",
                                String.class);
        assertThat(records).hasSize(3);
        assertThat(
                        live(
                                "select count(*) from announced_record where tenant = '"
                                        + tenant
                                        + "' and fact = 'ARCHIVED'"))
                .isEqualTo(
                        ""
                                + as("AUDITOR")
                                        .get("/v1/archive/records?subjectRef=" + subject)
                                        .jsonPath()
                                        .getList("records")
                                        .size());

        as("HOLD_CUSTODIAN")
                .get("/v1/archive/records/" + records.getLast())
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        as("AUDITOR")
                .header("Jikim-Reason", "INSPECTION")
                .get("/v1/archive/records/" + records.getLast())
                .then()
                .statusCode(403);
        as("HOLD_CUSTODIAN")
                .header("Jikim-Reason", "DISPUTE")
                .get("/v1/archive/records/" + records.getLast())
                .then()
                .statusCode(200)
                .body("fields.payer_name", equalTo(operator.marker.name()))
                .body("fields", not(org.hamcrest.Matchers.hasKey("payer_email")));

        destroy();
        as("PRIVACY_OFFICER")
                .get("/v1/archive/records?subjectRef=" + subject)
                .then()
                .body("records.state", not(hasItem("KEPT")))
                .body("records.findAll { it.category == 'payment-records' }", hasSize(3));
        as("HOLD_CUSTODIAN")
                .header("Jikim-Reason", "DISPUTE")
                .get("/v1/archive/records/" + records.getLast())
                .then()
                .statusCode(404);
        assertThat(
                        live(
                                "select count(*) from announced_record where tenant = '"
                                        + tenant
                                        + "' and fact = 'DESTROYED'"))
                .isNotEqualTo("0");
    }

    @Test
    void a_new_column_shows_in_health() throws Exception {
        connect(OmpassDatabase.mapping()).then().statusCode(201);
        operator.run("alter table visit_logs add column browser text");

        systems.erase(new SystemName("ompass"), order());

        as("AUDITOR")
                .get("/v1/systems")
                .then()
                .body(
                        "systems[0].alarms",
                        contains("column visit_logs.browser has no disposition"));
        given().get("/q/health/well").then().body(containsString("visit_logs.browser"));
    }

    @Test
    void two_who_connect_one_system_at_the_same_time_leave_a_password_that_opens() {
        var login = new Login(operator.login.url(), operator.login.user(), "second");

        var found = savedTwice(login);

        assertThat(found.login()).isEqualTo(login);
    }

    @ActivateRequestContext
    ConnectedSystem savedTwice(Login second) {
        if (!current.isSet()) {
            current.set(new Tenant(tenant.code()));
        }
        var mapping = JsonForTests.mapping(OmpassDatabase.mapping());
        for (var login : List.of(operator.login, second)) {
            stored.save(
                    tenant,
                    new ConnectedSystem(UUID.randomUUID(), "ompass", mapping, login),
                    OmpassDatabase.mapping());
        }
        return stored.find(tenant, "ompass").orElseThrow();
    }

    @ActivateRequestContext
    void destroy() {
        if (!current.isSet()) {
            current.set(new Tenant(tenant.code()));
        }
        archive.businessOffset(tenant, Duration.ofDays(6 * 366));
        assertThat(archive.destroyDue(tenant, Operator.TODAY.plusDays(6 * 366))).isNotEmpty();
        assertThat(archive.destroyDue(tenant, Operator.TODAY.plusDays(6 * 366))).isEmpty();
    }

    private SystemOrder order() {
        return new SystemOrder(
                new ErasureId(subject.value()),
                1,
                tenant,
                subject,
                new Identifiers(
                        "ADMINISTRATOR",
                        "" + operator.marker.id(),
                        operator.marker.email(),
                        "ko",
                        null),
                World.lines(),
                true,
                Operator.TODAY);
    }

    @Test
    void a_whole_number_may_be_written_with_a_fraction_of_nothing() throws Exception {
        connect(
                        OmpassDatabase.mapping()
                                .replaceFirst("\"backupDays\" *: *\\d+", "\"backupDays\":30.0"))
                .then()
                .statusCode(201);
    }

    @ActivateRequestContext
    void publish() {
        if (!current.isSet()) {
            current.set(new Tenant(tenant.code()));
        }
        QuarkusTransaction.requiringNew().run(() -> policies.adopt(World.rules()));
    }

    private io.restassured.response.Response connect(String mapping) throws Exception {
        publish();
        var body =
                Map.of(
                        "connection",
                                Map.of(
                                        "url",
                                        operator.login.url(),
                                        "user",
                                        operator.login.user(),
                                        "password",
                                        operator.login.password()),
                        "mapping", JSON.readTree(mapping));
        return as("TENANT_ADMIN")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(JSON.writeValueAsString(body))
                .post("/v1/systems");
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.forTenant(tenant.code()).withRoles(role).token());
    }

    private static String live(String sql) {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
