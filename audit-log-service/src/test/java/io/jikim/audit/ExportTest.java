package io.jikim.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.testkit.stack.Stack;
import io.jikim.testkit.tokens.TestTokens;
import io.jikim.verifier.VerifyExport;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class ExportTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Bus bus;

    @TempDir Path directory;

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID her = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();

    @Test
    void what_is_exported_is_verified_by_whoever_has_the_log_s_key() throws IOException {
        tell("staff-1 \u2028", "=HYPERLINK(\"x\")");
        for (var format : List.of("csv", "jsonl", "ocsf")) {
            // an export is a record about her, too
            var asked = Map.of("format", format, "subjectRef", her.toString(), "action", "READ");
            var answer = export(asked);
            answer.then()
                    .statusCode(200)
                    .contentType("application/zip")
                    .header("Content-Disposition", "attachment; filename=\"access-records.zip\"")
                    .header("Jikim-Count", "2");
            assertThat(answer.header("Jikim-Next")).isNull();
            assertThat(verified(answer.asByteArray()))
                    .contains("records: 2", "says the same", "This export holds.");
        }
    }

    @Test
    void a_spreadsheet_does_not_run_what_somebody_has_called_himself() {
        tell("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "a,\"b\"", "'quoted", "한글");
        var rows =
                export(Map.of("format", "csv", "proof", "false", "subjectRef", her.toString()))
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(rows)
                .startsWith("logIndex,event,time,actor,")
                .endsWith("\r\n")
                .contains(
                        ",\"'=cmd|' /C calc'!A0\",",
                        ",\"'+1\",",
                        ",\"'-1\",",
                        ",\"'@SUM(A1)\",",
                        ",\"a,\"\"b\"\"\",",
                        ",\"'quoted\",",
                        ",한글,");
    }

    @Test
    void the_three_forms_have_the_same_records_in_the_same_order() throws IOException {
        tell("staff-1", "staff-2", "staff-3");
        var filter = Map.of("subjectRef", her.toString(), "action", "READ");
        var lines = lines(with(filter, "jsonl"));
        var events = lines.stream().map(line -> line.path("event").asText()).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().path("from").asText()).isEqualTo("203.0.113.7");
        assertThat(lines.getFirst().path("subjects")).hasSize(2);
        assertThat(lines(with(filter, "ocsf")))
                .extracting(line -> line.path("metadata").path("uid").asText())
                .isEqualTo(events);
        var csv = export(with(filter, "csv")).asString().split("\r\n");
        for (int i = 0; i < 3; i++) {
            assertThat(csv[i + 1]).contains("," + events.get(i) + ",");
        }
    }

    /// What the schema demands of the class 6005 (docs/ocsf.md).
    @Test
    void an_event_of_ocsf_has_what_the_schema_demands() throws IOException {
        tell("staff-1");
        var event = lines(with(Map.of("subjectRef", her.toString()), "ocsf")).getFirst();
        for (var name :
                List.of(
                        "activity_id",
                        "category_uid",
                        "class_uid",
                        "type_uid",
                        "severity_id",
                        "time",
                        "metadata",
                        "actor",
                        "src_endpoint")) {
            assertThat(event.has(name)).as(name).isTrue();
        }
        assertThat(event.path("class_uid").asInt()).isEqualTo(6005);
        assertThat(event.path("type_uid").asInt()).isEqualTo(600501);
        assertThat(event.path("time").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(event.at("/metadata/version").asText()).isEqualTo("1.5.0");
        assertThat(event.at("/metadata/product/name").asText()).isEqualTo("Jikim");
        assertThat(event.at("/actor/user/uid").asText()).isEqualTo("staff-1");
        assertThat(event.at("/src_endpoint/ip").asText()).isEqualTo("203.0.113.7");
        assertThat(event.at("/database/type_id").asInt()).isEqualTo(99);
        assertThat(event.at("/table/name").asText()).isEqualTo("people/profile");
        assertThat(event.at("/unmapped/data_subjects")).hasSize(2);
    }

    @Test
    void an_export_is_recorded_with_how_many_records_and_about_whom() {
        tell("staff-1", "staff-2");
        export(with(Map.of("subjectRef", her.toString()), "csv")).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20)).until(() -> count("action = 'DOWNLOAD'") == 1);
        var fields =
                Stored.text(
                        "select fields || actor from disclosure where action = 'DOWNLOAD' and tenant = '"
                                + tenant
                                + "'");
        assertThat(fields)
                .contains(
                        "access-records/export (2 records)",
                        her.toString(),
                        another.toString(),
                        "INSPECTION",
                        "auditor-1");
    }

    @Test
    void nobody_exports_without_a_reason_or_a_form_or_for_another_tenant() throws IOException {
        tell("staff-1");
        given().auth()
                .oauth2(token(tenant))
                .queryParam("format", "csv")
                .get("/v1/access-records/export")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"));
        for (var format : List.of("", "xls", "CSV")) {
            export(Map.of("format", format))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("format-unknown"));
        }
        export(Map.of("format", "csv", "proof", "yes"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        export(Map.of("format", "csv", "after", "AAAA"))
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-unknown"));
        var foreign =
                export("another-tenant", Map.of("format", "csv", "subjectRef", her.toString()));
        assertThat(foreign.header("Jikim-Count")).isEqualTo("0");
        assertThat(verified(foreign.asByteArray())).contains("records: 0");
        assertThat(count("action = 'DOWNLOAD'")).isZero();
    }

    @Test
    void an_export_in_which_a_word_was_changed_does_not_verify() throws IOException {
        tell("staff-1", "staff-2");
        var zip =
                files(export(Map.of("format", "csv", "subjectRef", her.toString())).asByteArray());
        var proof = Files.writeString(directory.resolve("proof.jsonl"), zip.get("proof.jsonl"));
        var records = directory.resolve("records.csv");
        Files.writeString(records, zip.get("records.csv"));
        assertThat(verify(0, proof.toString(), records.toString())).contains("This export holds.");
        Files.writeString(records, zip.get("records.csv").replace("staff-2", "staff-9"));
        assertThat(verify(1, proof.toString(), records.toString())).contains("records.csv, line 3");
        Files.writeString(proof, zip.get("proof.jsonl").replace("staff-2", "staff-9"));
        assertThat(verify(1, proof.toString())).contains("proof.jsonl, line 3: entry ");
    }

    private void tell(String... actors) {
        for (var actor : actors) {
            bus.tell(tenant, bus.accessAt(NOON, tenant, actor, "203.0.113.7", her, another));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("action = 'READ'") >= actors.length);
    }

    private long count(String where) {
        return Stored.number(
                "select count(*) from disclosure where tenant = '" + tenant + "' and " + where);
    }

    private static Map<String, String> with(Map<String, String> filter, String format) {
        var asked = new LinkedHashMap<>(filter);
        asked.put("format", format);
        asked.put("proof", "false");
        return asked;
    }

    private List<JsonNode> lines(Map<String, String> asked) throws IOException {
        return export(asked).asString().lines().map(ExportTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String verified(byte[] zip) throws IOException {
        return verify(0, Files.write(directory.resolve("export.zip"), zip).toString());
    }

    private String verify(int exit, String... files) throws IOException {
        var key =
                Files.writeString(
                        directory.resolve("log.vkey"), given().get("/v1/log/key").asString());
        var args = new java.util.ArrayList<>(List.of(files));
        args.addAll(List.of("--key", key.toString()));
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int ended = VerifyExport.run(args, out, out);
        assertThat(ended).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
        return said.toString(StandardCharsets.UTF_8);
    }

    private Response export(Map<String, String> asked) {
        return export(tenant, asked);
    }

    private static Response export(String tenant, Map<String, String> asked) {
        return given().auth()
                .oauth2(token(tenant))
                .header("Jikim-Reason", "INSPECTION")
                .queryParams(asked)
                .get("/v1/access-records/export");
    }

    private static String token(String tenant) {
        return TestTokens.forTenant(tenant).withRoles("AUDITOR").withSubject("auditor-1").token();
    }
}
