-- People, their sealed items, and what is still owed to erasure cases and to the identity provider.

create table collection_policy (
    tenant  text  primary key default current_setting('jikim.tenant'),
    version int   not null,
    items   jsonb not null
);

create table person (
    ref               uuid        primary key,
    tenant            text        not null default current_setting('jikim.tenant'),
    kind              text        not null check (kind in ('ADMINISTRATOR', 'SUB_ADMINISTRATOR', 'USER')),
    lang              text        not null check (lang in ('KO', 'EN')),
    external_id       bytea       not null,
    external_id_index text        not null,
    email_index       text,
    email_verified_at timestamptz,
    added_by          uuid,
    case_id           uuid,
    frozen_at         timestamptz,
    registered_at     timestamptz not null,
    check ((case_id is null) = (frozen_at is null)),
    unique (tenant, external_id_index)
);
create index person_page on person (tenant, ref);
create index person_added_by on person (added_by) where added_by is not null;

create table person_item (
    ref       uuid  not null references person on delete cascade,
    code      text  not null,
    tenant    text  not null default current_setting('jikim.tenant'),
    category  text  not null,
    key_class text  not null,
    value     bytea not null,
    primary key (ref, code)
);

-- A login account that the identity provider does not have yet.
create table account_task (
    ref        uuid        primary key references person on delete cascade,
    tenant     text        not null default current_setting('jikim.tenant'),
    attempts   int         not null default 0,
    due_at     timestamptz not null,
    created_at timestamptz not null
);
create index account_task_due on account_task (due_at);

-- `way` keeps data and account apart: neither waits for the other.
create table erasure_task (
    seq          bigint      generated always as identity,
    case_id      uuid        not null,
    round        int         not null,
    step         text        not null check (step in ('FREEZE_DATA', 'ERASE_DATA', 'BLOCK_ACCOUNT', 'DELETE_ACCOUNT')),
    way          text        not null generated always as (case when step in ('FREEZE_DATA', 'ERASE_DATA') then 'DATA' else 'ACCOUNT' end) stored,
    tenant       text        not null default current_setting('jikim.tenant'),
    ref          uuid        not null,
    scope        text        not null check (scope in ('MEMBERSHIP', 'PURPOSE')),
    categories   jsonb,
    deposited    boolean     not null default false,
    attempts     int         not null default 0,
    due_at       timestamptz not null,
    leased_until timestamptz not null default '-infinity',
    created_at   timestamptz not null,
    done_at      timestamptz,
    primary key (case_id, round, step)
);
create index erasure_task_due on erasure_task (due_at) where done_at is null;
create index erasure_task_way on erasure_task (ref, way, seq) where done_at is null;

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['collection_policy', 'person', 'person_item', 'account_task', 'erasure_task'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('create policy every_tenant on %I for select to %I using (true)', owned, relay);
        execute format('grant select, insert, update, delete on %I to %I', owned, app);
        execute format('revoke all on %I from %I', owned, relay);
    end loop;
    -- the sweeps across tenants see what is due, never an item
    execute format('grant select on account_task, erasure_task to %I', relay);
end $$;
