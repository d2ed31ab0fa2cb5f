-- Events out and in (docs/event-flow.md). A stream is (tenant, subject, topic, source).

create table subject_stream (
    tenant        text   not null,
    subject       text   not null,
    topic         text   not null,
    source        text   not null,
    epoch         int    not null default 1,
    last_sequence bigint not null,
    primary key (tenant, subject, topic, source)
) with (fillfactor = 80);

create table outbox (
    id             bigint      generated always as identity primary key,
    shard          smallint    not null,
    event_id       uuid        not null,
    type           text        not null,
    dataschema     text        not null,
    tenant         text        not null,
    subject        text        not null,
    topic          text        not null,
    source         text        not null,
    epoch          int         not null,
    sequence       bigint      not null,
    correlation_id text        not null,
    causation_id   uuid,
    traceparent    text        not null,
    payload        text        not null check (octet_length(payload) <= 65536),
    created_at     timestamptz not null default now(),
    attempts       int         not null default 0,
    last_error     text,
    unique (tenant, subject, topic, source, epoch, sequence)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Who may publish which shard. The fence grows with every new holder: what an earlier one still does counts no more.
create table outbox_lease (
    shard smallint    primary key,
    owner text        not null default '',
    fence bigint      not null default 0,
    until timestamptz not null default '-infinity'
);
insert into outbox_lease (shard) select generate_series(0, 15);

-- What the broker has acknowledged, kept for replay.
create table event_log (
    event_id       uuid        primary key,
    type           text        not null,
    dataschema     text        not null,
    tenant         text        not null,
    subject        text        not null,
    topic          text        not null,
    source         text        not null,
    epoch          int         not null,
    sequence       bigint      not null,
    correlation_id text        not null,
    causation_id   uuid,
    traceparent    text        not null,
    payload        text        not null,
    created_at     timestamptz not null,
    published_at   timestamptz not null default now()
);
create index event_log_stream on event_log (tenant, subject, topic, epoch, sequence);
create index event_log_age on event_log using brin (published_at);

create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    tenant   text        not null,
    subject  text        not null,
    epoch    int         not null,
    sequence bigint      not null,
    at       timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_age on inbox using brin (at);

create table inbox_cursor (
    consumer      text   not null,
    tenant        text   not null,
    subject       text   not null,
    topic         text   not null,
    source        text   not null,
    epoch         int    not null,
    last_sequence bigint not null,
    primary key (consumer, tenant, subject, topic, source)
) with (fillfactor = 80);

-- What could not be applied (GAP, POISON) and what waits behind it (BEHIND), with all that a retry needs.
create table parked (
    consumer     text        not null,
    event_id     uuid        not null,
    type         text        not null,
    tenant       text        not null,
    subject      text        not null,
    topic        text        not null,
    source       text        not null,
    epoch        int         not null,
    sequence     bigint      not null,
    headers      jsonb       not null,
    payload      bytea,
    reason       text        not null check (reason in ('GAP', 'POISON', 'BEHIND')),
    error        text        not null,
    attempts     int         not null default 1,
    state        text        not null default 'PARKED' check (state in ('PARKED', 'RETRIED', 'SKIPPED')),
    first_failed timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index parked_stream on parked (consumer, tenant, subject, topic, source) where state = 'PARKED';

-- <database>_app serves one tenant at a time; <database>_relay publishes and watches for all of them.
do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['subject_stream', 'outbox', 'event_log', 'inbox', 'inbox_cursor', 'parked'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('create policy every_tenant on %I to %I using (true)', owned, relay);
        execute format('revoke all on %I from %I', owned, app);
        execute format('grant select, insert, update, delete on %I to %I', owned, relay);
    end loop;
    execute format('grant select, insert, update on subject_stream, inbox_cursor, parked to %I', app);
    execute format('grant select, insert on outbox, inbox to %I', app);

    alter table outbox_lease enable row level security;
    execute format('create policy relay_only on outbox_lease to %I using (true)', relay);
    execute format('revoke all on outbox_lease from %I', app);
    execute format('grant select, update on outbox_lease to %I', relay);
end $$;
