package io.jikim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.testkit.access.AccessMatrix.Row;
import io.jikim.testkit.architecture.PublicOperations;
import io.jikim.testkit.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds for every operation of every service: who may call it, with which token, for whom.
///
/// A test's name begins with the entry of the checklist that it is about. A service's own test
/// extends this one and says what stands under the ids of one of its tenants.
public abstract class AccessContract {
    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "code", "detail", "instance", "traceId", "errors");

    private final String service;
    private final ApiDocument document;
    protected final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 18);

    protected AccessContract(String service) {
        this.service = service;
        this.document = ApiDocument.of(service);
    }

    /// Where the service answers.
    protected abstract URI address();

    /// Things of a tenant that another one must not find: for each operation that takes an id, the
    /// call that finds one, as `theirs` makes it.
    protected abstract Theirs theirs();

    /// A tenant that tries to find them, with rules of its own where a request would else not get
    /// as far as the id.
    protected String stranger() {
        return tenant;
    }

    /// A tenant with something in it, and the calls by which its own people find that.
    ///
    /// `look` shows the state that no stranger may have changed, as the tenant itself sees it.
    public record Theirs(String tenant, List<Call> calls, List<Call> look) {}

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var rows = MATRIX.rows(service).stream().map(Row::operation).toList();
        var operations = document.operations().stream().map(ApiOperation::line).toList();

        assertThat(rows)
                .as(
                        "%s under %s: add a row for a new operation (think about each role; copy no"
                                + " status from a test), delete the row of one that is gone, then"
                                + " renew docs/access-matrix.md as the file's head says",
                        AccessMatrix.FILE, service)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void AZ1_each_role_is_answered_as_the_table_says() {
        List<String> wrong = new ArrayList<>();
        for (var row : MATRIX.rows(service)) {
            for (var caller : MATRIX.callers()) {
                var call = document.operation(row.operation()).probe();
                var status =
                        send(caller.equals(AccessMatrix.NOBODY) ? call : as(caller, call)).status();
                if (status != row.of(caller)) {
                    wrong.add(
                            "%s as %s: %d, not %d"
                                    .formatted(row.operation(), caller, status, row.of(caller)));
                }
            }
        }
        assertThat(wrong).as("answers that differ from %s", AccessMatrix.FILE).isEmpty();
    }

    @Test
    void AN1_without_a_token_only_what_is_listed_as_public_answers() {
        var open =
                document.operations().stream()
                        .filter(operation -> send(operation.probe()).status() != 401)
                        .map(ApiOperation::line)
                        .collect(Collectors.toSet());
        var listed =
                document.operations().stream()
                        .map(ApiOperation::line)
                        .filter(PublicOperations.read()::contains)
                        .collect(Collectors.toSet());
        assertThat(open).isEqualTo(listed);

        for (var operation : guarded()) {
            assertRefused(send(operation.probe()), operation.line());
        }
    }

    @Test
    void AN2_a_token_that_does_not_hold_opens_nothing() throws IOException {
        try (var bad = new BadTokens()) {
            for (var operation : guarded()) {
                for (var token : bad.of(right(operation)).entrySet()) {
                    assertRefused(
                            send(operation.probe().bearer(token.getValue())),
                            operation.line() + " with a token " + token.getKey());
                }
            }
            assertThat(bad.visits()).as("keys looked for where a token says").isZero();
        }
    }

    @Test
    void AN3_the_token_that_tells_a_portal_who_has_logged_in_opens_nothing() {
        for (var operation : guarded()) {
            var right = right(operation);
            assertRefused(
                    send(
                            operation
                                    .probe()
                                    .bearer(right.with("typ", "ID").forAudience("portal").token())),
                    operation.line());
            assertRefused(
                    send(operation.probe().bearer(right.with("typ", "ID").token())),
                    operation.line() + " even if it names us");
        }
    }

    @Test
    void AN4_a_token_for_another_audience_opens_nothing() {
        var others = new ArrayList<>(TestTokens.SERVICES);
        others.remove(service);
        others.addAll(List.of("account", service + "-2", "portal", ""));
        for (var operation : guarded()) {
            for (var audience : others) {
                assertRefused(
                        send(
                                operation
                                        .probe()
                                        .bearer(right(operation).forAudience(audience).token())),
                        operation.line() + " for the audience " + audience);
            }
        }
    }

    @Test
    void AZ2_the_id_of_another_tenant_answers_as_one_that_nobody_has() throws SQLException {
        var theirs = theirs();
        var calls = new ArrayList<>(theirs.calls);
        calls.add(
                call("GET /v1/ops/parked/{id}")
                        .path("id", new TenantTables(service).parked(theirs.tenant)));
        assertThat(calls.stream().map(call -> call.operation().line()).distinct())
                .as("a call in theirs() for every operation that takes an id")
                .containsAll(
                        document.operations().stream()
                                .filter(operation -> operation.takesAnId())
                                .filter(operation -> !row(operation).isPublic())
                                .filter(operation -> !isForEveryTenant(operation))
                                .map(ApiOperation::line)
                                .toList());
        var before = looks(theirs);

        for (var call : calls) {
            for (var caller : withinTheirTenant(call.operation())) {
                // one who has not asked before: that somebody asked is known to his own tenant
                var stranger = stranger();
                var found = send(as(caller, stranger, call)).essence();
                var nothing = send(as(caller, stranger, Ids.replacedIn(call))).essence();
                assertThat(found)
                        .as("%s as %s of another tenant", call.operation().line(), caller)
                        .isEqualTo(nothing);
            }
        }
        assertThat(looks(theirs)).isEqualTo(before);
    }

    @Test
    void AZ3_nobody_chooses_a_tenant_in_a_header_or_in_the_address() {
        for (var operation : guarded()) {
            var call = as(row(operation).allowed(), operation.probe());
            var answer = send(call.header("Jikim-Tenant", "somebody-else"));
            if (row(operation).allowed().equals("JIKIM_SERVICE")) {
                continue;
            }
            assertThat(answer.status()).as(operation.line()).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("another-tenant");
            assertThat(send(call.query("tenant", "somebody-else")).status())
                    .as("%s?tenant=", operation.line())
                    .isEqualTo(400);
        }
    }

    @Test
    void AZ4_the_service_s_own_role_sees_no_row_without_a_tenant_and_owns_nothing()
            throws SQLException {
        var tables = new TenantTables(service);

        assertThat(tables.all()).isNotEmpty();
        assertThat(tables.withoutPolicy()).as("tables of tenants without a policy").isEmpty();
        assertThat(tables.visibleWithoutTenant()).as("rows seen without a tenant").isEmpty();
        assertThat(tables.ownedByTheService()).as("tables that the service's role owns").isEmpty();
        assertThat(tables.mayBypass()).as("the role may go round the policies").isFalse();
        assertThatThrownBy(() -> tables.asService("create table mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void AZ5_a_data_subject_reads_and_changes_nobody() {
        var theirs = theirs();
        var before = looks(theirs);
        var herself = TestTokens.forTenant(theirs.tenant).withRoles("DATA_SUBJECT");

        for (var call : theirs.calls) {
            for (var subject : List.of(UUID.randomUUID(), firstId(call))) {
                assertThat(send(call.bearer(herself.withSubjectRef(subject).token())).status())
                        .as(call.operation().line())
                        .isEqualTo(403);
            }
        }
        assertThat(looks(theirs)).isEqualTo(before);
    }

    @Test
    void AZ8_an_auditor_changes_nothing_and_opens_no_profile() {
        for (var operation : document.operations()) {
            if (operation.writes() || opensContents(operation)) {
                assertThat(send(as("AUDITOR", operation.probe())).status())
                        .as(operation.line())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void AZ12_a_body_with_a_field_that_is_not_asked_for_is_refused() {
        var theirs = theirs();
        var before = looks(theirs);
        var smuggled =
                Map.of(
                        "tenantId", "\"somebody-else\"",
                        "verified", "true",
                        "state", "\"CERTIFIED\"",
                        "role", "\"TENANT_ADMIN\"",
                        "attempts", "0");
        for (var operation : document.operations()) {
            if (!operation.takesJson()) {
                continue;
            }
            for (var field : smuggled.entrySet()) {
                var body = "{\"%s\":%s}".formatted(field.getKey(), field.getValue());
                var answer = send(as(row(operation).allowed(), operation.probe().body(body)));
                assertThat(answer.status()).as(operation.line()).isEqualTo(400);
                assertThat(answer.json().path("code").asText())
                        .as("%s with %s", operation.line(), field.getKey())
                        .isEqualTo("unknown-property");
            }
        }
        assertThat(looks(theirs)).isEqualTo(before);
    }

    @Test
    void the_document_says_which_operations_ask_for_a_reason() {
        var asking =
                guarded().stream()
                        .filter(operation -> {
                            var call = operation.probe().without("Jikim-Reason");
                            var answer = send(as(row(operation).allowed(), call));
                            return answer.isProblem()
                                    && answer.json()
                                            .path("code")
                                            .asText()
                                            .equals("reason-required");
                        })
                        .map(ApiOperation::line)
                        .toList();

        assertThat(
                        document.operations().stream()
                                .filter(operation -> operation.needs("Jikim-Reason"))
                                .map(ApiOperation::line))
                .containsExactlyInAnyOrderElementsOf(asking);
    }

    /// The operations that show what people gave, or what the archive holds about them.
    private static boolean opensContents(ApiOperation operation) {
        return Set.of(
                        "GET /v1/people/{subjectRef}",
                        "GET /v1/archive/records/{id}",
                        "GET /v1/erasures/{id}/identifiers")
                .contains(operation.line());
    }

    private List<ApiOperation> guarded() {
        return document.operations().stream()
                .filter(operation -> !row(operation).isPublic())
                .toList();
    }

    private Row row(ApiOperation operation) {
        return MATRIX.rows(service).stream()
                .filter(row -> row.operation().equals(operation.line()))
                .findFirst()
                .orElseThrow();
    }

    /// The operator of the installation sees to the events of all its tenants.
    private List<String> withinTheirTenant(ApiOperation operation) {
        return allowed(operation).stream()
                .filter(caller ->
                        !operation.line().contains(" /v1/ops/")
                                || !caller.equals("PLATFORM_OPERATOR"))
                .toList();
    }

    private boolean isForEveryTenant(ApiOperation operation) {
        return withinTheirTenant(operation).isEmpty();
    }

    private List<String> allowed(ApiOperation operation) {
        return MATRIX.callers().stream()
                .filter(caller -> !caller.equals(AccessMatrix.NOBODY))
                .filter(caller -> row(operation).of(caller) != 403)
                .toList();
    }

    private TestTokens right(ApiOperation operation) {
        return TestTokens.forTenant(tenant).withRoles(row(operation).allowed());
    }

    protected Call as(String caller, Call call) {
        return as(caller, tenant, call);
    }

    /// A caller of this tenant; our own services name it in a header. A participant is a client of
    /// its own, `newsletter`.
    protected static Call as(String caller, String tenant, Call call) {
        var token = TestTokens.forTenant(tenant).withRoles(caller);
        return switch (caller) {
            case "JIKIM_SERVICE" ->
                    call.bearer(TestTokens.forService("consent-service").token())
                            .header("Jikim-Tenant", tenant);
            case "PARTICIPANT" -> call.bearer(token.with("azp", "newsletter").token());
            default -> call.bearer(token.token());
        };
    }

    /// The operation of the document, as the first call of a test.
    protected Call call(String line) {
        return document.operation(line).probe();
    }

    protected Wire.Answer send(Call call) {
        return new Wire(address()).send(call);
    }

    private List<String> looks(Theirs theirs) {
        return theirs.look.stream()
                .map(call -> send(as(row(call.operation()).allowed(), theirs.tenant, call)))
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200))
                .map(Wire.Answer::essence)
                .toList();
    }

    private static UUID firstId(Call call) {
        return Ids.in(call).stream().findFirst().orElseGet(UUID::randomUUID);
    }

    private static void assertRefused(Wire.Answer answer, String what) {
        assertThat(answer.status()).as(what).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as(what).startsWith("Bearer");
        assertThat(answer.isProblem()).as(what).isTrue();
        assertThat(answer.json().properties())
                .as(what)
                .extracting(Map.Entry::getKey)
                .isSubsetOf(MEMBERS);
        assertThat(answer.json().path("code").asText()).as(what).isEqualTo("unauthorized");
    }
}
