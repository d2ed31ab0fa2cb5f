-- Operators' databases that tenants connected, and what was done in them.

create table connected_system (
    id           uuid        primary key,
    tenant       text        not null,
    name         text        not null,
    url          text        not null,
    username     text        not null,
    password     bytea       not null,
    mapping      jsonb       not null,
    connected_at timestamptz not null default now(),
    alarms       jsonb       not null default '[]',
    away         text,
    asked_at     timestamptz,
    unique (tenant, name)
);
comment on column connected_system.password is 'sealed under a key of the system';

create table system_run (
    tenant      text        not null,
    system      text        not null,
    case_id     uuid        not null,
    round       int         not null,
    transaction text        not null,
    state       text        not null check (state in ('PREPARED', 'DONE')),
    ordered     jsonb       not null,
    outcome     jsonb       not null,
    at          timestamptz not null default now(),
    primary key (tenant, system, case_id, round)
);
comment on column system_run.transaction is 'the transaction of the operator''s database that makes the outcome true once it is committed';

do $$
declare
    owned text;
begin
    foreach owned in array array['connected_system', 'system_run'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to retention_app using (tenant = current_setting(''jikim.tenant'', true))', owned);
        execute format('create policy every_tenant on %I to retention_relay using (true)', owned);
    end loop;
end $$;

-- Facts about archived records that were announced: the archive is another database, and a repeated deposit tells nothing twice.
create table announced_record (
    tenant text        not null,
    record uuid        not null,
    fact   text        not null check (fact in ('ARCHIVED', 'DESTROYED')),
    at     timestamptz not null default now(),
    primary key (tenant, record, fact)
);

do $$
begin
    alter table announced_record enable row level security;
    create policy own_tenant on announced_record to retention_app using (tenant = current_setting('jikim.tenant', true));
    create policy every_tenant on announced_record to retention_relay using (true);
end $$;
