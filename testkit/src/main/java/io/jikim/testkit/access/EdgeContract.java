package io.jikim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every service does with a request before it means anything, and with every answer.
public abstract class EdgeContract {
    private static final AccessMatrix MATRIX = AccessMatrix.read();
    // A budget that somebody else has spent lasts for less, one that nobody has for more.
    private static final int OWN_BUDGET = 10;
    private static final int TOO_MUCH = 1_500_000;
    private static final int FAR_TOO_MUCH = 20_000_000;

    private final String service;
    private final ApiDocument document;

    protected EdgeContract(String service) {
        this.service = service;
        this.document = ApiDocument.of(service);
    }

    /// Where the service answers.
    protected abstract URI address();

    /// An operation that a robot could hammer.
    protected abstract Call hammered();

    @Test
    void H1_every_answer_forbids_to_guess_to_store_and_to_frame_it() {
        for (var operation : document.operations()) {
            for (var call : List.of(operation.probe(), allowed(operation))) {
                var answer = send(call);
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(answer.header("Cache-Control"))
                        .as(operation.line())
                        .contains("no-store");
                assertThat(answer.header("Content-Security-Policy"))
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe-eval", "script-src");
                assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
                assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            }
        }
        assertThat(
                        send(document.operations()
                                        .getFirst()
                                        .probe()
                                        .header("X-Forwarded-Proto", "https"))
                                .header("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
    }

    @Test
    void H1_a_request_is_not_traced() {
        var trace = HttpRequest.newBuilder(address().resolve("/v1")).method("TRACE", none());

        assertThat(Wire.send(trace.build()).status()).isIn(404, 405, 501);
    }

    @Test
    void H1_a_browser_may_call_from_the_portal_and_from_nowhere_else() {
        for (var operation : document.operations()) {
            var stranger = preflight(operation, "https://evil.example");
            assertThat(stranger.headers().map()).doesNotContainKey("access-control-allow-origin");
            var portal = preflight(operation, "https://portal.example");
            assertThat(portal.header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://portal.example");
            assertThat(portal.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                    .contains("authorization", "idempotency-key", "jikim-reason");
        }
        var read = document.operations().getFirst().probe();
        assertThat(send(read.header("Origin", "https://evil.example")).headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void I1_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not() {
        for (var operation : withBody()) {
            var large = new byte[TOO_MUCH];
            Arrays.fill(large, (byte) ' ');
            for (var body :
                    List.of(
                            BodyPublishers.ofByteArray(large),
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
                var answer = send(allowed(operation), body);
                assertThat(answer.status()).as(operation.line()).isEqualTo(413);
                assertThat(answer.isProblem()).as(operation.line()).isTrue();
                assertThat(answer.json().path("code").asText()).isEqualTo("request-too-large");
            }
        }
    }

    @Test
    void I1_a_body_far_too_large_is_told_so_also_when_it_is_sent_to_its_end_first()
            throws Exception {
        var operation = withBody().stream().findFirst();
        if (operation.isEmpty()) {
            return;
        }
        for (var said : List.of(true, false)) {
            var answer = sendAllThenRead(allowed(operation.get()), said);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("application/problem+json")
                    .contains("request-too-large");
        }
    }

    @Test
    void I1_an_address_that_is_too_long_is_refused() {
        for (var operation : document.operations()) {
            for (var call : List.of(operation.probe(), allowed(operation))) {
                var answer = send(call.query("limit", "1".repeat(5_000)));
                assertQuietly(414, answer, operation);
                assertThat(answer.json().path("code").asText()).isEqualTo("address-too-long");
            }
        }
    }

    @Test
    void I6_a_request_with_two_keys_is_refused() {
        for (var operation : document.operations()) {
            if (operation.verb().equals("GET")) {
                continue;
            }
            var call = allowed(operation).header("Idempotency-Key", "one");
            var request =
                    HttpRequest.newBuilder(address().resolve(call.target()))
                            .method(
                                    operation.verb(),
                                    call.body()
                                            .map(BodyPublishers::ofString)
                                            .orElseGet(() -> none()))
                            .header("Idempotency-Key", "two");
            call.headers().forEach(request::header);
            assertQuietly(400, Wire.send(request.build()), operation);
        }
    }

    @Test
    void I1_what_is_too_deep_too_long_or_packed_is_refused_without_a_trace_of_the_inside() {
        for (var operation : withBody()) {
            if (!operation.takesJson()) {
                continue;
            }
            for (var body :
                    List.of(
                            "[".repeat(40) + "]".repeat(40),
                            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                            "\"" + "x".repeat(1_000_000) + "\"",
                            "[" + "1,".repeat(10_000) + "1]",
                            "1".repeat(1_000),
                            "\u0000",
                            "{\"a\":\"\\ud800\"}")) {
                assertQuietly(400, send(allowed(operation).body(body)), operation);
            }
            assertQuietly(
                    400, send(allowed(operation).header("Content-Encoding", "gzip")), operation);
        }
    }

    @Test
    void I1_a_body_of_another_kind_is_not_read() {
        for (var operation : withBody()) {
            for (var type : List.of("text/plain", "application/xml", "multipart/form-data")) {
                assertQuietly(
                        415, send(allowed(operation).header("Content-Type", type)), operation);
            }
        }
    }

    @Test
    void I4_a_page_is_neither_larger_than_allowed_nor_after_a_forged_place() {
        for (var operation : document.operations()) {
            if (operation.takes("limit")) {
                for (var limit : List.of("0", "-1", "201", "9999999999", "all")) {
                    assertQuietly(400, send(allowed(operation).query("limit", limit)), operation);
                }
            }
            for (var cursor : List.of("after", "before")) {
                if (operation.takes(cursor)) {
                    for (var forged : List.of("AAAA", "1 or 1=1", "' --", "\u0000", "ÿ")) {
                        assertQuietly(
                                400, send(allowed(operation).query(cursor, forged)), operation);
                    }
                }
            }
        }
    }

    @Test
    void I5_a_filter_that_there_is_not_is_refused_instead_of_ignored() {
        for (var operation : document.operations()) {
            if (row(operation).isPublic()) {
                continue;
            }
            for (var name : List.of("sort", "subjectref", "where", "fields")) {
                if (operation.takes(name)) {
                    continue;
                }
                var answer = send(allowed(operation).query(name, "secret-value"));
                assertQuietly(400, answer, operation);
                assertThat(answer.json().path("code").asText()).isEqualTo("unknown-parameter");
                assertThat(answer.body()).doesNotContain("secret-value");
            }
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_cut_off() throws Exception {
        var operation = withBody().stream().findFirst();
        if (operation.isEmpty()) {
            return;
        }
        try (var socket = new Socket(address().getHost(), address().getPort());
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(
                    head(allowed(operation.get()), "Content-Length: 1000")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var drops =
                    clock.scheduleAtFixedRate(() -> drop(socket), 200, 200, TimeUnit.MILLISECONDS);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            drops.cancel(true);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void who_asks_for_another_version_of_HTTP_is_answered_in_the_one_that_the_limits_are_kept_in()
            throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(address().resolve("/q/health/live")).build(),
                            HttpResponse.BodyHandlers.discarding());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void a_robot_is_slowed_down_whatever_it_says_about_where_it_comes_from() {
        var robot = "203.0.113.7";
        assertThat(hammer(robot).calls).isGreaterThanOrEqualTo(OWN_BUDGET);

        for (var said : List.of("198.51.100.1, " + robot, "10.0.0.1,127.0.0.1, " + robot)) {
            var refused = hammer(said);
            assertThat(refused.calls).as(said).isLessThan(OWN_BUDGET);
            assertThat(Integer.parseInt(refused.answer.header("Retry-After"))).isPositive();
            assertThat(refused.answer.isProblem()).isTrue();
            assertThat(refused.answer.json().path("code").asText()).isEqualTo("too-many-requests");
        }
        assertThat(send(hammered().header("X-Forwarded-For", "203.0.113.8")).status())
                .isNotEqualTo(429);
    }

    @Test
    void a_robot_has_one_budget_for_all_the_addresses_that_its_provider_gave_it() {
        hammer("2001:db8:7:7::1");

        assertThat(hammer("2001:db8:7:7:ffff::2").calls).isLessThan(OWN_BUDGET);
        assertThat(send(hammered().header("X-Forwarded-For", "2001:db8:7:8::1")).status())
                .isNotEqualTo(429);
    }

    /// After how many calls the first one was refused. Budgets grow again while somebody asks, so
    /// that one which is spent may pass a few.
    private Refused hammer(String from) {
        for (int calls = 1; calls <= 700; calls++) {
            var answer = send(hammered().header("X-Forwarded-For", from));
            if (answer.status() == 429) {
                return new Refused(calls, answer);
            }
        }
        throw new AssertionError("None of 700 calls from " + from + " was refused");
    }

    private record Refused(int calls, Wire.Answer answer) {}

    /// With a token of a role that may.
    protected Call allowed(ApiOperation operation) {
        return AccessContract.as(row(operation).allowed(), "edge", operation.probe());
    }

    protected ApiOperation operation(String line) {
        return document.operation(line);
    }

    private List<ApiOperation> withBody() {
        return document.operations().stream().filter(o -> o.body().isPresent()).toList();
    }

    private AccessMatrix.Row row(ApiOperation operation) {
        return MATRIX.rows(service).stream()
                .filter(row -> row.operation().equals(operation.line()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertQuietly(int status, Wire.Answer answer, ApiOperation operation) {
        assertThat(answer.status()).as("%s: %s", operation.line(), answer.body()).isEqualTo(status);
        assertThat(answer.isProblem()).as(operation.line()).isTrue();
        assertThat(answer.body())
                .as(operation.line())
                .doesNotContain("Exception", "io.jikim", "com.fasterxml", "java.", "\tat ");
    }

    private Wire.Answer send(Call call) {
        return new Wire(address()).send(call);
    }

    private Wire.Answer send(Call call, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(address().resolve(call.target()))
                        .method(call.operation().verb(), body);
        call.headers().forEach(request::header);
        return Wire.send(request.build());
    }

    private Wire.Answer preflight(ApiOperation operation, String origin) {
        return Wire.send(
                HttpRequest.newBuilder(address().resolve(operation.probe().target()))
                        .method("OPTIONS", none())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", operation.verb())
                        .header(
                                "Access-Control-Request-Headers",
                                "authorization,idempotency-key,jikim-reason")
                        .build());
    }

    private static BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private String sendAllThenRead(Call call, boolean withItsLength) throws IOException {
        try (var socket = new Socket(address().getHost(), address().getPort())) {
            socket.setSoTimeout(20_000);
            var length =
                    withItsLength
                            ? "Content-Length: " + FAR_TOO_MUCH
                            : "Transfer-Encoding: chunked";
            var out = socket.getOutputStream();
            out.write(
                    head(call.header("Connection", "close"), length)
                            .getBytes(StandardCharsets.US_ASCII));
            var part = new byte[FAR_TOO_MUCH / 100];
            Arrays.fill(part, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                if (!withItsLength) {
                    out.write("%x\r\n".formatted(part.length).getBytes(StandardCharsets.US_ASCII));
                }
                out.write(part);
                if (!withItsLength) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (!withItsLength) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String head(Call call, String length) {
        var head = new StringBuilder();
        head.append("%s %s HTTP/1.1\r\n".formatted(call.operation().verb(), call.target()));
        head.append("Host: %s:%d\r\n".formatted(address().getHost(), address().getPort()));
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            head.append("%s: %s\r\n".formatted(header.getKey(), header.getValue()));
        }
        return head.append(length).append("\r\n\r\n").toString();
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
