-- What people do about parked events (docs/operations.md), and the journal of what they did.

alter table parked
    add column id               uuid    not null default gen_random_uuid(),
    add column retry_wanted     boolean not null default false,
    add column skip_proposed_by text,
    add column skip_proposed_at timestamptz,
    add column skip_reason      text,
    add column settled_at       timestamptz;
create unique index parked_id on parked (id);
drop index parked_stream;
create index parked_stream on parked (consumer, tenant, subject, topic, source, epoch, sequence)
    where state = 'PARKED';

-- Who did what to the flow of events. What concerns no single tenant stands under the tenant `-`.
create table ops_journal (
    id     uuid        primary key,
    at     timestamptz not null default now(),
    tenant text        not null,
    actor  text        not null,
    role   text        not null,
    act    text        not null,
    about  text        not null,
    reason text
);

create function ops_journal_is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is only added to';
end $$;
create trigger only_added_to before update or delete or truncate on ops_journal
    for each statement execute function ops_journal_is_only_added_to();

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
begin
    alter table ops_journal enable row level security;
    execute format('create policy own_tenant on ops_journal to %I using (tenant = current_setting(''jikim.tenant'', true))', app);
    execute format('create policy every_tenant on ops_journal to %I using (true)', relay);
    execute format('revoke all on ops_journal from %I, %I', app, relay);
    execute format('grant select, insert on ops_journal to %I, %I', app, relay);
end $$;
