package io.jikim.benchmarks.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.platform.time.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Access records as consent-service tells them: 200 members of staff, 20,000 people, one record in
/// ten a list of three.
final class AccessRecordMaker {

    private static final int STAFF = 200;
    private static final int PEOPLE = 20_000;

    private final BusKey key;
    private final Ids ids = Ids.version7();
    private final Random random = new Random(4711);
    private final UUID[] staff = fresh(STAFF);
    private final UUID[] people = fresh(PEOPLE);
    private final Map<String, Long> told = new HashMap<>();

    AccessRecordMaker(BusKey key) {
        this.key = key;
    }

    /// A record that nobody has told yet.
    record Made(UUID id, ProducerRecord<String, byte[]> record) {}

    Made next() {
        var id = ids.next();
        var actor = staff[random.nextInt(STAFF)].toString();
        var record =
                new ProducerRecord<>("jikim.access-records", actor, data(actor).getBytes(UTF_8));
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", "io.jikim.access.recorded.v1");
        header(record, "ce_source", "/consent-service");
        header(record, "ce_subject", actor);
        header(record, "ce_time", now());
        header(record, "ce_dataschema", "/schemas/io.jikim.access.recorded.v1.json");
        header(record, "ce_tenant", AuditScene.TENANT);
        header(record, "ce_epoch", "1");
        header(record, "ce_sequence", told.merge(actor, 1L, Long::sum).toString());
        header(record, "ce_correlationid", id.toString());
        header(
                record,
                "ce_traceparent",
                "00-%032x-%016x-01".formatted(id.getLeastSignificantBits(), id.hashCode() | 1));
        return new Made(id, record);
    }

    private String data(String actor) {
        var from = "10.%d.%d.%d".formatted(octet(), octet(), octet());
        return """
        {"actor":{"id":"%s","role":"STAFF"},"action":"READ","resource":"people/profile",\
        "subjects":[%s],"reason":"CUSTOMER_REQUEST","sealedContext":"%s","at":"%s"}\
        """
                .formatted(
                        actor,
                        subjects(),
                        key.sealed(AuditScene.TENANT, "{\"from\":\"" + from + "\"}"),
                        now());
    }

    private String subjects() {
        var subjects = new StringJoiner(",");
        int count = random.nextInt(10) == 0 ? 3 : 1;
        int first = random.nextInt(PEOPLE);
        for (int i = 0; i < count; i++) {
            subjects.add("\"" + people[(first + i) % PEOPLE] + "\"");
        }
        return subjects.toString();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private int octet() {
        return random.nextInt(256);
    }

    private UUID[] fresh(int count) {
        var many = new UUID[count];
        for (int i = 0; i < count; i++) {
            many[i] =
                    new UUID(
                            random.nextLong() & ~0xF000L | 0x4000L,
                            random.nextLong() >>> 2 | 1L << 63);
        }
        return many;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
