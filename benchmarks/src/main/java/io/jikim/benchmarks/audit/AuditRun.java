package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.LocalStack;
import io.jikim.benchmarks.Machine;
import io.jikim.benchmarks.Progress;
import io.jikim.benchmarks.SmallService;
import io.jikim.benchmarks.Trees;
import io.jikim.benchmarks.audit.AuditReport.Goals;
import io.jikim.benchmarks.audit.AuditReport.Large;
import io.jikim.benchmarks.audit.AuditReport.Limit;
import io.jikim.testkit.tokens.OidcProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One run: starts everything, measures, stops everything, and deletes what it has written.
final class AuditRun {

    private static final String SERVICE = "audit-log-service";

    /// As many entries as an auditor's copy has here: about 600 MB.
    private static final int FILES = 1_000_000;

    private final Path root;
    private final Path output;
    private final AuditPlan plan;

    AuditRun(Path root, Path output, AuditPlan plan) {
        this.root = root;
        this.output = output;
        this.plan = plan;
    }

    /// What is found while the service writes.
    private record Written(
            Ingest ingest,
            Limit limit,
            CoveredLatency latency,
            JsonNode waiting,
            DiskUse disk,
            Verification verified,
            LogKey key) {}

    AuditReport report() throws Exception {
        var data = output.resolve("stack");
        Trees.delete(data);
        Progress.say("starting PostgreSQL and Kafka");
        try (var stack = LocalStack.start(root, data)) {
            var written = written(stack, data);
            var large = large(stack, data, written);
            var peer = Peer.measure(root, data);
            return new AuditReport(
                    Machine.of(stack.superuser("audit")),
                    written.ingest(),
                    written.limit(),
                    written.latency(),
                    written.waiting(),
                    large,
                    peer,
                    goals(written, large));
        } finally {
            Trees.delete(data);
        }
    }

    private SmallService service(LocalStack stack) throws IOException, InterruptedException {
        Progress.say("starting the service");
        var environment = stack.environmentOf(SERVICE);
        // Tokens are checked as always, but no Keycloak is started to make them.
        environment.put("JIKIM_OIDC_URL", OidcProvider.shared().issuer());
        var service =
                SmallService.start(root, SERVICE, environment, output.resolve(SERVICE + ".log"));
        service.awaitReady();
        return service;
    }

    private Written written(LocalStack stack, Path data) throws Exception {
        var keys = Path.of(stack.setting("JIKIM_KEYS_DIR"));
        try (var service = service(stack)) {
            var scene = new AuditScene(stack, service, data);
            try (var feed = new Feed(scene, new AccessRecordMaker(new BusKey(keys)))) {
                Progress.say("%s", Ingest.measure(scene, feed, plan.warmup()));
                var copy = new CopyLimit(scene);
                int stretch = Math.max(2, plan.seconds() / 4);
                double before = copy.perSecond(stretch);
                var ingest = Ingest.measure(scene, feed, plan.seconds());
                Progress.say("%s", ingest);
                double after = copy.perSecond(stretch);
                copy.drop();
                var limit =
                        new Limit(
                                CopyLimit.BATCH,
                                Figures.rounded(before),
                                Figures.rounded(after),
                                Figures.rounded(ingest.entriesPerSecond() * 2 / (before + after)));
                Progress.say("%s", limit);
                var latency = CoveredLatency.measure(scene, feed, plan);
                Progress.say("%s", latency);
                var waiting = WaitingCallers.measure(scene, plan.seconds());
                Progress.say("waiting callers: %s", waiting);
                var disk = DiskUse.of(scene);
                Progress.say("%s", disk);
                var key =
                        new LogKey(
                                new String(
                                        Caller.auditor(service.address(), Map.of())
                                                .get("/v1/log/key"),
                                        StandardCharsets.UTF_8),
                                keys);
                var verified = Verification.of(root, scene.address(), key, data);
                Progress.say("%s", verified);
                return new Written(ingest, limit, latency, waiting, disk, verified, key);
            }
        }
    }

    private Large large(LocalStack stack, Path data, Written written) throws Exception {
        var bus = new BusKey(Path.of(stack.setting("JIKIM_KEYS_DIR")));
        var questions = new ArrayList<Questions>();
        Map<String, DiskUse> disk = new LinkedHashMap<>(Map.of("written", written.disk()));
        Map<String, Verification> verify =
                new LinkedHashMap<>(Map.of("databaseWithValues", written.verified()));
        double perSecond = 0;
        for (int entries : List.of(Math.min(AuditPlan.FEW, plan.entries()), plan.entries())) {
            var seeded = new SeededLog(stack, entries, written.key(), bus);
            perSecond = seeded.write();
            try (var service = service(stack)) {
                var asked = Questions.ask(service, seeded, Math.max(2, plan.seconds() / 2));
                Progress.say("%s", asked);
                questions.add(asked);
                disk.put(
                        "seeded" + seeded.entries(),
                        DiskUse.of(new AuditScene(stack, service, data)));
            }
        }
        verify.put("files", files(data, written.key()));
        return new Large(
                questions,
                Figures.rounded(
                        p99(questions.getLast().proofMillis())
                                / p99(questions.getFirst().proofMillis())),
                perSecond,
                verify,
                disk);
    }

    private Verification files(Path data, LogKey key) throws IOException, InterruptedException {
        int entries = Math.min(FILES, plan.entries());
        Progress.say("a copy of %d entries in files", entries);
        var directory = Files.createDirectories(data.resolve("files"));
        new TileFiles(directory).write(entries, key);
        var verified = Verification.of(root, directory.toString(), key, data);
        Progress.say("%s", verified);
        Trees.delete(directory);
        return verified;
    }

    private static Goals goals(Written written, Large large) {
        var ingest = written.ingest();
        var last = large.questions().getLast();
        Map<String, Boolean> reached = new TreeMap<>();
        reached.put("ingestNeverBelow5000", ingest.slowestFiveSeconds() >= 5_000);
        reached.put("fifthOfTheLimit", written.limit().ratio() >= 0.2);
        reached.put("halfOfTheLimit", written.limit().ratio() >= 0.5);
        reached.put(
                "checkpointP99Below500Millis",
                p99(written.latency().dueToCheckpointMillis()) < 500);
        reached.put("proofP99Within3Millis", p99(last.proofMillis()) <= 3);
        reached.put("proofAsInASmallLog", large.proofsToThoseOfTheSmallLog() <= 1.5);
        reached.put("searchP99Within20Millis", p99(last.searchBySubjectMillis()) <= 20);
        var files = large.verify().get("files");
        reached.put(
                "verifies300000PerCore", files != null && files.entriesPerCoreSecond() >= 300_000);
        reached.put("within900BytesPerEntry", written.disk().bytesPerEntry() <= 900);
        return new Goals(reached);
    }

    private static double p99(Map<String, Object> times) {
        return times.get("p99") instanceof Double millis ? millis : Double.NaN;
    }
}
