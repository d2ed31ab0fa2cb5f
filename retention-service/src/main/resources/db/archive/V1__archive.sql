-- What only a law keeps. archive_app adds and reads; it updates and deletes nothing. A record ends through destroy_record alone.

create table record (
    id          uuid        primary key,
    tenant      text        not null,
    case_id     uuid        not null,
    subject     uuid        not null,
    category    text        not null,
    basis       text        not null,
    source      text        not null,
    legal_event date        not null,
    until       date        not null check (until > legal_event),
    key_class   text        not null,
    key_expiry  text        not null,
    content     bytea       not null,
    archived_at timestamptz not null default now()
);
comment on table record is 'content is sealed under a key of its subject, category and month; until is the last day of the period';
-- Destroyed records leave this table, so the index holds nothing but what will fall due.
create index record_due on record (tenant, until);
create index record_subject on record (tenant, subject);
create index record_key on record (tenant, subject, key_class, key_expiry);

create table destruction (
    record        uuid        primary key,
    tenant        text        not null,
    case_id       uuid        not null,
    subject       uuid        not null,
    category      text        not null,
    basis         text        not null,
    legal_event   date        not null,
    until         date        not null,
    key_class     text        not null,
    key_expiry    text        not null,
    business_date date        not null,
    destroyed_at  timestamptz not null
);
comment on table destruction is 'the ledger of what was destroyed, written in the transaction that destroys';
create index destruction_subject on destruction (tenant, subject);
create index destruction_key on destruction (tenant, subject, key_class, key_expiry);

create table key_destruction (
    record     uuid        primary key references destruction,
    tenant     text        not null,
    key_id     uuid        not null,
    commitment text        not null,
    at         timestamptz not null
);

create table reported (
    record uuid        primary key references destruction,
    tenant text        not null,
    at     timestamptz not null default now()
);

create table hold (
    id         uuid        primary key,
    tenant     text        not null,
    subject    uuid        not null,
    categories text[]      not null,
    placed_at  timestamptz not null default now()
);
create index hold_subject on hold (tenant, subject);

create table hold_release (
    hold        uuid        primary key references hold,
    tenant      text        not null,
    released_at timestamptz not null default now()
);

create table business_time (
    id     bigint      generated always as identity primary key,
    tenant text        not null,
    ahead  interval    not null check (ahead >= interval '0'),
    set_at timestamptz not null default now()
);
comment on table business_time is 'the newest row of a tenant says how far its business time is ahead; empty outside of demonstrations';
create index business_time_tenant on business_time (tenant, id desc);

-- Inserted into by functions only.
revoke insert on destruction, hold, hold_release, business_time from archive_app;

do $$
declare
    owned text;
begin
    foreach owned in array array['record', 'destruction', 'key_destruction', 'reported', 'hold', 'hold_release', 'business_time'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to archive_app using (tenant = current_setting(''jikim.tenant'', true))', owned);
    end loop;
end $$;

create function business_today(of_tenant text) returns date
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return ((now() + coalesce((select ahead from public.business_time where tenant = of_tenant order by id desc limit 1), interval '0'))
            at time zone 'Asia/Seoul')::date;

-- Holding and destroying what belongs to one person exclude each other: the lock is taken before anything is looked at.
create function subject_lock(of_tenant text, of_subject uuid) returns bigint
    language sql immutable set search_path = pg_catalog, pg_temp
    return hashtextextended(of_tenant || '|' || of_subject::text, 20261);

create function held(of_tenant text, of_subject uuid, of_category text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return exists (select from public.hold h
                   where h.tenant = of_tenant and h.subject = of_subject and of_category = any (h.categories)
                     and not exists (select from public.hold_release r where r.hold = h.id));

create function place_hold(of_tenant text, new_hold uuid, of_subject uuid, of_categories text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, of_subject));
    insert into public.hold (id, tenant, subject, categories) values (new_hold, of_tenant, of_subject, of_categories)
    on conflict (id) do nothing;
end $$;

create function release_hold(of_tenant text, old_hold uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.hold_release (hold, tenant)
    select h.id, h.tenant from public.hold h where h.id = old_hold and h.tenant = of_tenant
    on conflict (hold) do nothing;
$$;

-- Refusals: JK404 no such record, JK423 a legal hold names it, JK425 its period is not over.
create function destroy_record(of_tenant text, doomed uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
    found_record public.record;
    today date;
begin
    select r.subject into owner from public.record r where r.id = doomed and r.tenant = of_tenant;
    if owner is null then
        raise exception 'no such record' using errcode = 'JK404';
    end if;
    perform pg_advisory_xact_lock(public.subject_lock(of_tenant, owner));
    -- A new statement sees what was committed while the lock was waited for.
    select r.* into found_record from public.record r where r.id = doomed and r.tenant = of_tenant for update;
    if not found then
        raise exception 'no such record' using errcode = 'JK404';
    end if;
    if public.held(of_tenant, owner, found_record.category) then
        raise exception 'under a legal hold' using errcode = 'JK423';
    end if;
    today := public.business_today(of_tenant);
    if found_record.until >= today then
        raise exception 'the period is not over' using errcode = 'JK425';
    end if;
    insert into public.destruction (record, tenant, case_id, subject, category, basis, legal_event, until, key_class, key_expiry,
                                    business_date, destroyed_at)
    values (found_record.id, found_record.tenant, found_record.case_id, found_record.subject, found_record.category, found_record.basis,
            found_record.legal_event, found_record.until, found_record.key_class, found_record.key_expiry, today, clock_timestamp());
    delete from public.record r where r.id = doomed;
end $$;

create function move_business_time(of_tenant text, to_ahead interval) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.business_time (tenant, ahead) values (of_tenant, to_ahead);
$$;

revoke execute on all functions in schema public from public;
grant execute on function business_today(text), subject_lock(text, uuid), held(text, uuid, text), place_hold(text, uuid, uuid, text[]),
    release_hold(text, uuid), destroy_record(text, uuid) to archive_app;
-- move_business_time is granted at the start of the local profile, and taken away at every other start.
