package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.BeginExport;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.testkit.tokens.TestTokens;
import io.jikim.verifier.VerifyExport;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(AgedLog.class)
class LargeExportTest {
    private static final int MORE = 150;

    @Inject AppendFacts appendFacts;
    @Inject ReadLog readLog;
    @Inject BusSeal seal;

    @TempDir Path directory;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void an_export_has_an_end_and_says_where_to_go_on() throws IOException {
        var facts = accesses(BeginExport.MOST + MORE);
        for (int from = 0; from < facts.size(); from += 1_000) {
            append(facts.subList(from, Math.min(from + 1_000, facts.size())));
        }

        var first = export(auditor());
        assertThat(first.header("Jikim-Count")).isEqualTo("" + BeginExport.MOST);
        assertThat(verified(first)).contains("records: 10000", "More records follow");
        var second = export(auditor().queryParam("after", first.header("Jikim-Next")));
        assertThat(second.header("Jikim-Count")).isEqualTo("" + MORE);
        assertThat(second.header("Jikim-Next")).isNull();
        assertThat(verified(second)).contains("records: " + MORE).doesNotContain("More records");
    }

    private static Response export(RequestSpecification asked) {
        return asked.queryParam("format", "csv")
                .queryParam("actor", "staff-1")
                .get("/v1/access-records/export")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private RequestSpecification auditor() {
        return given().auth()
                .oauth2(TestTokens.forTenant(tenant).withRoles("AUDITOR").token())
                .header("Jikim-Reason", "INSPECTION");
    }

    private String verified(Response export) throws IOException {
        var zip = Files.write(directory.resolve("export.zip"), export.asByteArray());
        var key = Files.writeString(directory.resolve("log.vkey"), readLog.verifierKey() + "\n");
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyExport.run(List.of(zip.toString(), "--key", key.toString()), out, out);
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<Fact> accesses(int count) {
        var json = "{\"from\":\"203.0.113.7\"}".getBytes(StandardCharsets.UTF_8);
        var sealed = TenantScope.call(new Tenant(tenant), () -> seal.seal("access.recorded", json));
        var origin =
                new Fact.Origin(
                        Base64.getEncoder().encodeToString(sealed), Map.of("from", "203.0.113.7"));
        var deed = new Fact.Deed("staff-1", "STAFF", "READ", "people/profile", "TEST");
        var people = IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
        return IntStream.range(0, count)
                .<Fact>mapToObj(i ->
                        new Fact.Access(
                                new Told(
                                        UUID.randomUUID(),
                                        tenant,
                                        "io.jikim.access.recorded.v1",
                                        "s",
                                        Instant.EPOCH,
                                        "/test",
                                        "1/" + i),
                                deed,
                                List.of(people.get(i % 40)),
                                origin))
                .toList();
    }

    private void append(List<Fact> facts) {
        while (true) {
            try {
                appendFacts.append(facts);
                return;
            } catch (LogMoved _) {
                Thread.onSpinWait();
            }
        }
    }
}
