-- Policies, consents and rights. `tenant` is filled and guarded by the database: no statement can forget it.

create table policy (
    id           uuid        primary key,
    tenant       text        not null default current_setting('jikim.tenant') check (tenant <> ''),
    number       int         not null check (number > 0),
    document     text        not null,
    imported_at  timestamptz not null,
    published_at timestamptz,
    unique (tenant, number)
);

-- Every text that somebody has answered, word for word.
create table notice (
    tenant   text not null default current_setting('jikim.tenant') check (tenant <> ''),
    digest   text not null check (digest ~ '^[0-9a-f]{64}$'),
    purpose  text not null,
    kind     text not null,
    language text not null,
    text     text not null,
    primary key (tenant, digest)
);

create table membership (
    tenant         text not null default current_setting('jikim.tenant') check (tenant <> ''),
    subject_ref    uuid not null,
    kind           text not null,
    termination    uuid,
    policy_version int,
    terminated_at  timestamptz,
    primary key (tenant, subject_ref)
);

-- The history of answers; what holds now is the last one per purpose. Rows are added, and leave only by erasure.
create table consent (
    id             uuid        primary key,
    tenant         text        not null default current_setting('jikim.tenant') check (tenant <> ''),
    position       bigint      generated always as identity,
    subject_ref    uuid        not null,
    purpose        text        not null,
    answer         text        not null check (answer in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    policy_version int         not null,
    notice_digest  text        not null,
    language       text        not null,
    method         text        not null,
    recorded_by    text        not null,
    at             timestamptz not null
);
create index consent_of_subject on consent (tenant, subject_ref, position);

create table correction (
    id           uuid        primary key,
    tenant       text        not null default current_setting('jikim.tenant') check (tenant <> ''),
    subject_ref  uuid        not null,
    items        text[]      not null,
    outstanding  text[]      not null,
    restricting  boolean     not null,
    received_at  timestamptz not null,
    due_on       date        not null,
    completed_at timestamptz
);
create index correction_of_subject on correction (tenant, subject_ref);

-- Open erasure cases; without a purpose the whole person is frozen.
create table frozen (
    tenant      text not null default current_setting('jikim.tenant') check (tenant <> ''),
    case_id     uuid not null,
    subject_ref uuid not null,
    purpose     text,
    primary key (tenant, case_id)
);
create index frozen_of_subject on frozen (tenant, subject_ref);

-- Orders of erasure cases, until they are carried out.
create table erasure_order (
    tenant      text        not null default current_setting('jikim.tenant') check (tenant <> ''),
    case_id     uuid        not null,
    round       int         not null,
    subject_ref uuid        not null,
    payload     text        not null,
    arrived_at  timestamptz not null default now(),
    primary key (tenant, case_id, round)
);
create index erasure_order_arrival on erasure_order (arrived_at);

-- References that are used up. A random number and when its use ended: nothing else is left of the person, and the
-- first answer to a termination can be given again.
create table erased (
    tenant         text not null default current_setting('jikim.tenant') check (tenant <> ''),
    subject_ref    uuid not null,
    case_id        uuid not null,
    termination    uuid,
    policy_version int,
    terminated_at  timestamptz,
    primary key (tenant, subject_ref)
);

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['policy', 'notice', 'membership', 'consent', 'correction', 'frozen', 'erasure_order', 'erased'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('revoke all on %I from %I, %I', owned, app, relay);
    end loop;
    execute format('create policy every_tenant on erasure_order for select to %I using (true)', relay);
    execute format('grant select on erasure_order to %I', relay);

    execute format('grant select, insert on notice, erased to %I', app);
    execute format('grant select, insert, update on policy to %I', app);
    execute format('grant select, insert, delete on consent, frozen, erasure_order to %I', app);
    execute format('grant select, insert, update, delete on membership, correction to %I', app);
end $$;
