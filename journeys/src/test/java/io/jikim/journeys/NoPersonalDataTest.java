package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.stack.RunningStack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plants a marker person and looks for her where no person may be found.
class NoPersonalDataTest {

    private static final List<String> SERVICES =
            List.of(
                    "JIKIM_CONSENT_URL",
                    "JIKIM_IDENTITY_URL",
                    "JIKIM_AUDIT_URL",
                    "JIKIM_RETENTION_URL");
    private static final List<String> MESSAGING =
            List.of(
                    "outbox",
                    "event_log",
                    "inbox",
                    "inbox_cursor",
                    "subject_stream",
                    "parked",
                    "idempotency");
    private static final List<String> LOG =
            List.of("entry", "disclosure", "access_subject", "set_aside", "checkpoint");

    @TempDir Path output;

    @Test
    void no_marker_is_found_in_kafka_urls_logs_metrics_or_messaging_tables() throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(60);
            var her = scene.registerHer();
            scene.consents(her);
            scene.verifyAddress(her);
            her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
            Patience.until(
                    "her login account",
                    Scene.SOON,
                    () -> scene.cast.realm.knows(her.ref.toString()));
            var waiting = correctAndTerminateWithoutBroker(stack, scene, her);
            Case.of(scene.cast, her.ref, "MEMBERSHIP")
                    .certificate("a certificate", Scene.SOON, _ -> true);
            var traces = new Traces(scene.markers());

            assertThat(waiting).containsKeys("consent.outbox", "identity.outbox");
            assertThat(found(traces, waiting)).isEmpty();
            assertThat(found(traces, messaging(stack.stage()))).isEmpty();
            assertThat(traces.in(stack.segments())).isEmpty();
            assertThat(Told.everything(stack.stage().get("JIKIM_KAFKA")))
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(traces.in(record.toString())).isEmpty());
            assertThat(traces.in(stack.logs())).isEmpty();
            assertThat(metrics(stack.stage())).allSatisfy(m -> assertThat(traces.in(m)).isEmpty());
            assertThat(new Post(stack.stage()).subjectsAndLinks(scene.cast.marker.email()))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(traces.in(line)).isEmpty());
        }
    }

    @Test
    void every_request_line_and_location_is_seen_and_a_marker_in_one_is_found() throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.cast.prepareAccounts();
            scene.publishPolicy();
            var her = scene.registerHer();
            var planted = scene.cast.tenant + " 서연@planted.example";
            var query = "/v1/policies/current.html?x=";
            for (var service : SERVICES) {
                new Api(stack.stage().uri(service), () -> "").get(query + inUrl(planted));
            }
            new Api(stack.stage().uri("JIKIM_KEYCLOAK_URL"), () -> "")
                    .get("/realms/jikim?x=" + inUrl(planted));
            var traces = new Traces(List.of(planted));

            Patience.until(
                    "the planted URL in the log of each service",
                    Scene.SOON,
                    () -> foundIn(traces, stack).size() == SERVICES.size() + 1);

            assertThat(foundIn(traces, stack))
                    .containsExactlyInAnyOrder(
                            "consent-service.log: " + planted,
                            "identity-verification-service.log: " + planted,
                            "audit-log-service.log: " + planted,
                            "retention-service.log: " + planted,
                            "keycloak.log: " + planted);
            assertThat(log(stack, "identity-verification-service"))
                    .containsPattern(
                            "request \"POST /v1/people HTTP/1.1\" 201 \"[^\"]*/v1/people/"
                                    + her.ref
                                    + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xx 서연 me@a.example yy",
                "GET /v1/x?q=%EC%84%9C%EC%97%B0%20me%40a.example HTTP/1.1",
                "GET /v1/%ec%84%9c%ec%97%b0%20me@a.example HTTP/1.1",
                "GET /v1/x?q=%EC%84%9C%EC%97%B0+me%40a.example HTTP/1.1",
                "{\"name\":\"\\uc11c\\uC5F0 me@a.example\"}",
                "7ISc7JewIG1lQGEuZXhhbXBsZQ==",
            })
    void the_scanner_finds_a_marker_however_it_is_written(String text) throws Exception {
        var file = Files.writeString(output.resolve("segment"), text);

        assertThat(new Traces(List.of("서연 me@a.example")).in(List.of(file)))
                .containsExactly("segment: 서연 me@a.example");
    }

    /// What stands in the outboxes when nothing can leave them.
    private static Map<String, String> correctAndTerminateWithoutBroker(
            RunningStack stack, Scene scene, Subject her) {
        stack.stop("kafka");
        try {
            scene.cast
                    .identity(Person.STAFF)
                    .put(
                            "/v1/people/" + her.ref + "/items/phone-number",
                            Map.of("value", scene.cast.marker.phone() + "9"))
                    .expect(200, "correcting her number");
            her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
            scene.terminate(her).expect(200, "a termination");
            return messaging(stack.stage());
        } finally {
            stack.start("kafka");
        }
    }

    /// All rows with which events go out and come in, by `database.table`; empty tables are left
    /// out.
    private static Map<String, String> messaging(Stage stage) {
        var ledger = new Ledger(stage);
        var rows = new TreeMap<String, String>();
        for (var database : Ledger.DATABASES) {
            var tables = new ArrayList<>(MESSAGING);
            if (database.equals("audit")) {
                tables.addAll(LOG);
            }
            for (var table : tables) {
                var text =
                        ledger.rows(database, "select t::text from %s t".formatted(table)).stream()
                                .toList();
                if (!text.isEmpty()) {
                    rows.put(database + "." + table, String.join("\n", text));
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> found(Traces traces, Map<String, String> texts) {
        var found = new HashMap<String, Object>();
        texts.forEach((where, text) -> {
            var values = traces.in(text);
            if (!values.isEmpty()) {
                found.put(where, values);
            }
        });
        return found;
    }

    private static List<String> metrics(Stage stage) {
        return SERVICES.stream()
                .map(service -> new Api(stage.uri(service), () -> "").get("/q/metrics").text())
                .peek(metrics -> assertThat(metrics).contains("jvm_"))
                .toList();
    }

    private static java.util.Set<String> foundIn(Traces traces, RunningStack stack) {
        try {
            return traces.in(stack.logs());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String log(RunningStack stack, String service) throws IOException {
        for (var file : stack.logs()) {
            if (file.endsWith(service + ".log")) {
                return Files.readString(file);
            }
        }
        throw new StoryBroken("There is no log of " + service);
    }

    private static String inUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
