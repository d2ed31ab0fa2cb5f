package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Servers that answer well and badly.
class HttpSourceTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final VerifierKey KEY = VerifierKey.parse(SampleLog.verifierKey()).orElseThrow();

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void a_log_behind_http_is_read_like_one_of_files() throws Malformed, DoesNotHold {
        serve(SampleLog.of(600));
        assertThat(check().entries()).isEqualTo(600);
    }

    @Test
    void what_the_server_has_not_is_missing_in_the_log() {
        var log = SampleLog.of(600);
        log.files.remove("tile/0/001");
        serve(log);
        assertThatThrownBy(this::check)
                .isInstanceOf(DoesNotHold.class)
                .hasMessage("tile level 0 index 1: is missing");
    }

    @Test
    void compressed_answers_are_read_and_those_that_swell_are_given_up() throws Malformed {
        answer(exchange -> send(exchange, zipped(new byte[40_000]), "gzip"));
        try (var source = source(Duration.ofSeconds(30))) {
            assertThat(source.read("tile/0/000", 40_000).orElseThrow()).hasSize(40_000);
            assertThatThrownBy(() -> source.read("tile/0/000", 39_999))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void an_answer_without_end_is_given_up() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[8192];
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(piece);
            }
        });
        try (var source = source(Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> source.read("checkpoint", 1 << 20))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_server_that_dribbles_is_given_up() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            } while (!waitFor(over));
        });
        try (var source = source(SHORT)) {
            assertThatThrownBy(() -> source.read("checkpoint", 1 << 20))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("did not arrive within 0.3 s");
        }
    }

    @Test
    void a_server_that_says_nothing_is_given_up() {
        answer(exchange -> {
            boolean ended = waitFor(over);
            while (!ended) {
                ended = waitFor(over);
            }
        });
        try (var source = source(SHORT)) {
            assertThatThrownBy(() -> source.read("checkpoint", 1 << 20))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void redirects_and_refusals_are_no_answer() {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/");
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().endsWith("moved") ? 302 : 500, -1);
        });
        try (var source = source(Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> source.read("moved", 10))
                    .hasMessage("moved is answered with status 302");
            assertThatThrownBy(() -> source.read("broken", 10))
                    .hasMessage("broken is answered with status 500");
        }
    }

    @Test
    void a_server_that_asks_for_patience_gets_some() throws Malformed {
        var asked = new AtomicInteger();
        answer(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            if (asked.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(429, -1);
            } else {
                send(exchange, new byte[3], "identity");
            }
        });
        try (var source = source(Duration.ofSeconds(30))) {
            assertThat(source.read("checkpoint", 10).orElseThrow()).hasSize(3);
            asked.set(-100);
            assertThatThrownBy(() -> source.read("checkpoint", 10)).hasMessageContaining("429");
        }
    }

    private LogVerdict check() throws Malformed, DoesNotHold {
        try (var source = source(Duration.ofSeconds(30))) {
            return LogVerdict.of(source, KEY, 0, Optional.empty());
        }
    }

    private HttpSource source(Duration patience) {
        var address = "http://localhost:" + server.getAddress().getPort() + "/v1/log/";
        return new HttpSource(URI.create(address), patience);
    }

    private void serve(SampleLog log) {
        answer(exchange -> {
            var file =
                    log.files.get(
                            exchange.getRequestURI().getPath().substring("/v1/log/".length()));
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, file, "identity");
            }
        });
    }

    private void answer(HttpHandler handler) {
        server.createContext(
                "/v1/log/",
                exchange -> {
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    private static void send(HttpExchange exchange, byte[] bytes, String encoding)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", encoding);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static boolean waitFor(CountDownLatch latch) throws IOException {
        try {
            return latch.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
