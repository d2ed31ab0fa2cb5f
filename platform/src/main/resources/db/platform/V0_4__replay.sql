-- Asking a speaker for events that are missing, and telling events again (docs/event-flow.md).

alter table parked
    add column asked_at timestamptz,
    drop constraint parked_reason_check,
    add constraint parked_reason_check check (reason in ('GAP', 'GAP_UNRECOVERABLE', 'POISON', 'BEHIND'));

-- What an operator wants told again; null is any. Told a page at a time: `told_up_to` is the last event's id.
create table replay (
    id         uuid        primary key,
    of_tenant  text,
    subject    text,
    topic      text,
    type       text,
    since      timestamptz not null,
    until      timestamptz not null,
    wanted_at  timestamptz not null default now(),
    state      text        not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    told       bigint      not null default 0,
    told_up_to uuid        not null default '00000000-0000-0000-0000-000000000000'
);
create index replay_open on replay (id) where state = 'OPEN';

-- What the last comparison of a consumer with a speaker found.
create table reconciliation (
    source        text        not null,
    topic         text        not null,
    consumer      text        not null,
    at            timestamptz not null default now(),
    streams       bigint      not null,
    behind        bigint      not null default 0,
    ahead         bigint      not null default 0,
    primary key (source, topic, consumer)
);

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['replay', 'reconciliation'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy of_the_installation on %I to %I, %I using (true)', owned, app, relay);
        execute format('revoke all on %I from %I, %I', owned, app, relay);
    end loop;
    execute format('grant select, insert on replay to %I', app);
    execute format('grant select, update, delete on replay to %I', relay);
    execute format('grant select, insert, update on reconciliation to %I', relay);
end $$;
