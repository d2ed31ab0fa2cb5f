-- What one event costs the databases at least, as pgbench or JdbcLimit runs it: the row and the event, the move out of
-- the outbox, the inbox with its cursor and the effect. Shard 99 is leased to no relay.
\set n random(1, 10000)
begin;
insert into fact (id, tenant, subject, purpose, given_at)
values (uuidv7(), 'bench', '00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'), 'limit', now());
with stream as (
    insert into subject_stream as s (tenant, subject, topic, source, last_sequence)
    values ('bench', '00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'), 'jikim.consent', '/limit', 1)
    on conflict (tenant, subject, topic, source) do update set last_sequence = s.last_sequence + 1
    returning tenant, subject, topic, source, epoch, last_sequence)
insert into outbox (shard, event_id, type, dataschema, correlation_id, traceparent, payload,
    tenant, subject, topic, source, epoch, sequence)
select 99, uuidv7(), 'io.jikim.consent.given.v1', '/schemas/io.jikim.consent.given.v1.json', uuidv7()::text,
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '{"at":"2026-01-01T00:00:00.000000Z","consentId":"00000000-0000-7000-8000-000000000000",'
    '"noticeDigest":"0000000000000000000000000000000000000000000000000000000000000000","policyVersion":1,'
    '"purpose":"limit","subjectRef":"00000000-0000-4000-8000-000000000000"}', stream.*
from stream
returning id as outbox_id, event_id, subject, sequence \gset
commit;
with moved as (delete from outbox where id = :outbox_id returning *)
insert into event_log (event_id, type, dataschema, tenant, subject, topic, source, epoch, sequence, correlation_id,
    causation_id, traceparent, payload, created_at)
select event_id, type, dataschema, tenant, subject, topic, source, epoch, sequence, correlation_id, causation_id,
    traceparent, payload, created_at
from moved;
begin;
insert into inbox (consumer, event_id, topic, source, tenant, subject, epoch, sequence)
values ('limit', :event_id, 'jikim.consent', '/limit', 'bench', :subject, 1, :sequence);
insert into inbox_cursor (consumer, tenant, subject, topic, source, epoch, last_sequence)
values ('limit', 'bench', :subject, 'jikim.consent', '/limit', 1, :sequence)
on conflict (consumer, tenant, subject, topic, source)
do update set epoch = excluded.epoch, last_sequence = excluded.last_sequence;
insert into effect (event_id, tenant, subject, purpose, given_at) values (:event_id, 'bench', :subject, 'limit', now());
commit;
