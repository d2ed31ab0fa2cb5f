package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Percentiles;
import io.jikim.benchmarks.Progress;
import io.jikim.testkit.tokens.TestTokens;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/// Callers that tell of one access over REST and wait until it has its place, again and again.
final class WaitingCallers {

    private static final String PATH = "/v1/access-records";
    private static final int CALLERS = 64;

    private WaitingCallers() {}

    /// Figures, or `notRun` with the reason.
    static JsonNode measure(AuditScene scene, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        int first = caller(scene).post(PATH, body());
        if (first == 404 || first == 405) {
            return new ObjectMapper()
                    .createObjectNode()
                    .put("notRun", "POST %s answers %d".formatted(PATH, first));
        }
        if (first != 200) {
            throw new IllegalStateException("POST %s: %d".formatted(PATH, first));
        }
        Progress.say("%d waiting callers: %d s", CALLERS, seconds);
        run(scene, Math.max(2, seconds / 4));
        long start = System.nanoTime();
        var micros = run(scene, seconds);
        double perSecond = micros.length / ((System.nanoTime() - start) / 1e9);
        return new ObjectMapper()
                .valueToTree(
                        Map.of(
                                "callers", CALLERS,
                                "recordsPerSecond", Figures.rounded(perSecond),
                                "loadAverage", Progress.load(),
                                "millis", new Percentiles(micros).summary()));
    }

    private static Caller caller(AuditScene scene) {
        var token =
                TestTokens.forTenant(AuditScene.TENANT)
                        .withRoles("RECORDER")
                        .with("azp", "bench")
                        .token();
        return new Caller(scene.service().address(), token, Map.of());
    }

    private static long[] run(AuditScene scene, int seconds)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var callers = new ArrayList<Callable<LongStream>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(() -> call(caller(scene), end));
            }
            var all = LongStream.empty();
            for (var one : threads.invokeAll(callers)) {
                all = LongStream.concat(all, one.get());
            }
            return all.toArray();
        }
    }

    private static LongStream call(Caller caller, long end) throws IOException {
        var micros = LongStream.builder();
        while (System.nanoTime() < end) {
            var body = body();
            long start = System.nanoTime();
            int status = caller.post(PATH, body);
            if (status != 200) {
                throw new IllegalStateException("POST %s: %d".formatted(PATH, status));
            }
            micros.add((System.nanoTime() - start) / 1_000);
        }
        return micros.build();
    }

    private static String body() {
        return """
        {"records":[{"id":"%s","did":{"at":"%s","actor":{"id":"kim","role":"AGENT"},"from":"198.51.100.23",\
        "action":"READ","resource":"crm/customer","reason":"CUSTOMER_REQUEST"},"subjects":["%s"]}]}\
        """
                .formatted(
                        UUID.randomUUID(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        UUID.randomUUID());
    }
}
