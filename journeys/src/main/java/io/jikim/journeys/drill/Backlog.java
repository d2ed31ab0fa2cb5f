package io.jikim.journeys.drill;

import io.jikim.journeys.Ledger;
import io.jikim.journeys.Patience;
import java.time.Duration;
import java.util.stream.IntStream;

/// The broker cannot be reached, and what is to be told gathers.
final class Backlog {

    private static final int SUBJECTS = 1_000;
    private static final int SHARDS = 16;

    /// What gathers, as [io.jikim.journeys.Told#fact] has it.
    static final String NOISE = "drill.noise";

    /// Events of a kind that nobody here reads, of many subjects of a tenant of their own.
    private static final String GATHER =
            """
            with subjects as (select * from unnest(?::text[], ?::smallint[]) as s (subject, shard)),
            numbered as (
                select subject, shard, sequence
                from subjects cross join generate_series(1, ?) as sequence),
            streams as (
                insert into subject_stream (tenant, subject, topic, source, last_sequence)
                select ?, subject, 'jikim.identity', '/identity-verification-service', max(sequence)
                from numbered group by subject)
            insert into outbox (shard, event_id, type, dataschema, tenant, subject, topic, source, epoch,
                sequence, correlation_id, traceparent, payload)
            select shard, gen_random_uuid(), 'io.jikim.drill.noise.v1', 'urn:jikim:drill:noise:v1', ?,
                subject, 'jikim.identity', '/identity-verification-service', 1, sequence, 'drill',
                '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '{}'
            from numbered order by sequence
            """;

    private Backlog() {}

    /// @param events how many gather, a multiple of 1,000
    static Fault.Strike of(int events) {
        return field -> gathers(field, events / SUBJECTS);
    }

    private static void gathers(Field field, int each) {
        var ledger = new Ledger(field.scene().stage());
        var tenant = "noise-" + field.chance().nextInt(1_000_000);
        var subjects = IntStream.range(0, SUBJECTS).mapToObj(i -> "noise-" + i).toList();
        field.stack().broker().cut();
        ledger.change(
                "identity",
                GATHER,
                subjects.toArray(String[]::new),
                subjects.stream().map(subject -> shardOf(tenant, subject)).toArray(Short[]::new),
                each,
                tenant,
                tenant);
        field.terminateAll();
        field.stack().broker().mend();
        Patience.until(
                "the backlog is told",
                Duration.ofMinutes(10),
                () ->
                        ledger.rows(
                                        "identity",
                                        "select 1 from outbox where tenant = ? limit 1",
                                        tenant)
                                .isEmpty());
    }

    // as the outbox has it: a shard keeps the order of its subjects
    private static short shardOf(String tenant, String subject) {
        return (short) Math.floorMod((tenant + "|" + subject).hashCode(), SHARDS);
    }
}
