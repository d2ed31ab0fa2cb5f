package io.jikim.journeys.drill;

import io.jikim.journeys.Ledger;
import io.jikim.journeys.Patience;
import java.time.Duration;

/// The broker cannot be reached, and what is to be told gathers.
final class Backlog {

    /// `jikim.drill.backlog` events of a kind that nobody here reads, of 1,000 subjects of a tenant
    /// of their own.
    private static final String GATHER =
            """
            with numbered as (
                select n, 'noise-' || n % 1000 as subject, 1 + n / 1000 as sequence
                from generate_series(0, ? - 1) as n),
            streams as (
                insert into subject_stream (tenant, subject, topic, source, last_sequence)
                select ?, subject, 'jikim.identity', '/identity-verification-service', max(sequence)
                from numbered group by subject)
            insert into outbox (shard, event_id, type, dataschema, tenant, subject, topic, source, epoch,
                sequence, correlation_id, traceparent, payload)
            select n % 1000 % 16, gen_random_uuid(), 'io.jikim.drill.noise.v1', 'urn:jikim:drill:noise:v1', ?,
                subject, 'jikim.identity', '/identity-verification-service', 1, sequence, 'drill',
                '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '{"n":' || n || '}'
            from numbered order by n
            """;

    private Backlog() {}

    static void gathers(Field field) {
        int size = Integer.getInteger("jikim.drill.backlog", 2_000);
        var ledger = new Ledger(field.scene().stage());
        var tenant = "noise-" + field.chance().nextInt(1_000_000);
        field.stack().broker().cut();
        ledger.change("identity", GATHER, size, tenant, tenant);
        field.terminateAll();
        field.stack().broker().mend();
        Patience.until(
                "the backlog is told",
                Duration.ofMinutes(5),
                () ->
                        ledger.rows(
                                        "identity",
                                        "select 1 from outbox where tenant = ? limit 1",
                                        tenant)
                                .isEmpty());
    }
}
