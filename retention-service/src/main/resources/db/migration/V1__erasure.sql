-- Erasure cases and what belongs to them. The colleague tables of connected systems come in V2.

create table policy_rules (
    tenant     text        primary key,
    version    int         not null,
    digest     text        not null,
    document   jsonb       not null,
    adopted_at timestamptz not null default now()
);

-- `document` holds the plan, the participants' parts and what was verified; the columns are what is searched for.
create table erasure (
    id            uuid        primary key,
    tenant        text        not null,
    subject       uuid        not null,
    trigger_event uuid        not null,
    scope         text        not null check (scope in ('MEMBERSHIP', 'PURPOSE')),
    state         text        not null check (state in ('OPENED', 'FROZEN', 'PLANNED', 'ORDERED', 'VERIFIED', 'INFORMED', 'CERTIFIED')),
    opened_at     timestamptz not null,
    deadline      timestamptz not null,
    overdue_at    timestamptz,
    recheck_at    timestamptz,
    version       int         not null default 0,
    document      jsonb       not null,
    unique (tenant, subject, trigger_event)
) with (fillfactor = 70);

-- What is due is found here, never by a scan.
create index erasure_deadline on erasure (deadline) where overdue_at is null and state in ('OPENED', 'FROZEN', 'PLANNED', 'ORDERED');
create index erasure_recheck on erasure (recheck_at) where recheck_at is not null;
create index erasure_open on erasure (state) where state <> 'CERTIFIED';
create index erasure_newest on erasure (tenant, id desc);
create index erasure_subject on erasure (tenant, subject, id desc);

create table legal_hold (
    id          uuid        primary key,
    tenant      text        not null,
    subject     uuid        not null,
    categories  text[]      not null check (cardinality(categories) > 0),
    matter      text        not null,
    placed_at   timestamptz not null,
    released_at timestamptz
);
create index legal_hold_active on legal_hold (tenant, subject) where released_at is null;
create index legal_hold_subject on legal_hold (tenant, subject, id desc);

-- Sealed under the key `case:<id>`; the row goes when the key is destroyed.
create table case_identifiers (
    erasure      uuid        primary key references erasure,
    tenant       text        not null,
    sealed       bytea       not null,
    deposited_at timestamptz not null default now()
);

create table participant (
    id            uuid        primary key,
    tenant        text        not null,
    name          text        not null,
    public_key    text        not null,
    categories    text[]      not null,
    registered_at timestamptz not null default now(),
    unique (tenant, name)
);

create table certificate (
    erasure   uuid        not null references erasure,
    revision  int         not null,
    tenant    text        not null,
    document  text        not null,
    digest    text        not null,
    key_id    text        not null,
    signature text        not null,
    event_id  uuid        not null,
    issued_at timestamptz not null,
    primary key (erasure, revision)
);

-- How far a tenant's business time is ahead; rows exist only where a demonstration moved it.
create table tenant_clock (
    tenant  text   primary key,
    seconds bigint not null
);

do $$
declare owned text;
begin
    foreach owned in array array['policy_rules', 'erasure', 'legal_hold', 'case_identifiers', 'participant', 'certificate', 'tenant_clock'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to retention_app using (tenant = current_setting(''jikim.tenant'', true))', owned);
        execute format('create policy every_tenant on %I to retention_relay using (true)', owned);
        execute format('revoke all on %I from retention_app, retention_relay', owned);
        execute format('grant select on %I to retention_relay', owned);
    end loop;
end $$;

-- A case, a hold and a certificate are evidence: nobody deletes them, and no certificate changes.
grant select, insert, update on policy_rules, erasure, legal_hold, participant, tenant_clock to retention_app;
grant select, insert on certificate to retention_app;
grant select, insert, delete on case_identifiers to retention_app;
