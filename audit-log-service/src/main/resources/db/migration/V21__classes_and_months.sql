-- What the log forgets, and when (docs/adr/022). Content ends by class, day by day; leaves end by month, a partition at a time.
-- Nobody destroys but the role <database>_pruner, which may do nothing but call shred(), prune() and begin_month(): they look whether
-- the period is over. deploy/postgres makes the role.
do $$
begin
    if not exists (select from pg_roles where rolname = current_database() || '_pruner') then
        raise exception 'there is no role %_pruner: make it as docs/operations.md says under "Upgrade"', current_database();
    end if;
end $$;

-- How long the content of an entry stays. `least` is what the law asks for; nobody can set less. Of each class all content below
-- `shredded` is gone.
create table record_class (
    class    text     primary key,
    least    interval not null,
    law      text     not null,
    shredded bigint   not null default 0
);
insert into record_class (class, least, law) values
    ('ACCESS', '1 year', 'PIPA Safety Measures Standard Art. 8(1)'),
    ('ACCESS_TWO_YEARS', '2 years', 'PIPA Safety Measures Standard Art. 8(1) proviso'),
    ('AUTHORITY', '3 years', 'PIPA Safety Measures Standard Art. 5(3)'),
    ('EVIDENCE', '1 year', 'none names a period: what access records are held against');

-- Which entries stand in one partition: from `first_index` to that of the next. Names of entries below `forgotten` are gone.
create table log_month (
    first_index bigint primary key check (first_index % 256 = 0),
    month       date   not null,
    forgotten   bigint not null
);
insert into log_month
select 0, date_trunc('month', coalesce(max(signed_at), now()) at time zone 'Asia/Seoul'), 0 from checkpoint;

create table pruned_month (
    first_index bigint      primary key,
    end_index   bigint      not null,
    month       date        not null,
    at          timestamptz not null default now()
);

-- What is known to be in the log; one index over all partitions, which no partition could keep.
alter table entry drop constraint entry_name;
create table entry_name (
    event_id   uuid   not null,
    claimed_by text   not null,
    index      bigint not null
);
insert into entry_name select event_id, claimed_by, index from entry;
alter table entry_name add primary key (event_id, claimed_by);

-- Roots of tiles whose hashes were pruned: the tile above needs them as long as it is not full.
create table pruned_root (
    index bigint primary key,
    root  bytea  not null
);

create index checkpoint_age on checkpoint (signed_at, size);

create function only_pruner() returns trigger language plpgsql as $$
begin
    -- Inside the functions below the user is the owner; who called them is still the role.
    if current_setting('role') <> current_database() || '_pruner' then
        raise exception '% is destroyed by the pruner alone', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

-- A trigger for statements is not inherited, and whoever asks a partition itself is asked by that partition alone.
create function guard(owned text, keeper text) returns void language plpgsql as $$
begin
    execute format('create trigger %s before update or delete or truncate on %I for each statement execute function %s()',
                   case keeper when 'refuse_change' then 'only_grows' else keeper end, owned, keeper);
    execute format('revoke all on %I from %I, %I', owned, current_database() || '_app', current_database() || '_relay');
end $$;

create function keeper(owned text) returns text language sql immutable as $$
    select case when owned in ('entry', 'tile') then 'refuse_change' else 'only_pruner' end
$$;

-- A place in the log as a bound of a table's partitions; null is the end.
create function bound(owned text, place bigint) returns text language sql immutable as $$
    select case
        when owned = 'tile' and place is null then '1, minvalue'
        when owned = 'tile' then format('0, %s', place / 256)
        when place is null then 'maxvalue'
        else place::text
    end
$$;

create function part(owned text, first bigint) returns text language sql immutable as $$
    select owned || '_' || first
$$;

create function add_part(owned text, first bigint) returns void language plpgsql as $$
begin
    execute format('create table %I partition of %I for values from (%s) to (%s)',
                   part(owned, first), owned, bound(owned, first), bound(owned, null));
    perform guard(part(owned, first), keeper(owned));
end $$;

-- What stands becomes the first partition, as it is.
alter table entry rename to entry_0;
alter table tile rename to tile_0;
alter table disclosure rename to disclosure_0;
alter table access_subject rename to access_subject_0;
alter index entry_pkey rename to entry_0_pkey;
alter index tile_pkey rename to tile_0_pkey;
alter index disclosure_pkey rename to disclosure_0_pkey;
alter index access_subject_pkey rename to access_subject_0_pkey;
alter index disclosure_actor rename to disclosure_0_actor;
alter index disclosure_access rename to disclosure_0_access;

create table entry (
    index      bigint primary key constraint entry_index_check check (index >= 0),
    event_id   uuid   not null,
    claimed_by text   not null,
    leaf       bytea  not null,
    leaf_hash  bytea  not null constraint entry_leaf_hash_check check (octet_length(leaf_hash) = 32)
) partition by range (index);
alter table entry attach partition entry_0 for values from (0) to (maxvalue);

create table tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null constraint tile_hashes_check check (octet_length(hashes) = 8192),
    root   bytea    not null constraint tile_root_check check (octet_length(root) = 32),
    primary key (level, index)
) partition by range (level, index);
alter table tile alter column hashes set storage external;
-- Above the lowest level nothing is pruned: a 256th of what is below proves everything that stays.
create table tile_above partition of tile for values from (1, minvalue) to (maxvalue, maxvalue);
alter table tile_0 disable trigger only_grows;
with moved as (delete from tile_0 where level > 0 returning *) insert into tile_above select * from moved;
alter table tile_0 enable trigger only_grows;
alter table tile attach partition tile_0 for values from (0, 0) to (1, minvalue);

create view tile_root as
    select level, index, root from tile union all select 0::smallint, index, root from pruned_root;

alter table disclosure_0
    drop constraint disclosure_name,
    drop column event_id,
    drop column claimed_by,
    add column class text not null default 'ACCESS';
update disclosure_0
set class = case
    when fields::jsonb ->> 'type' in ('io.jikim.authority.granted.v1', 'io.jikim.authority.changed.v1', 'io.jikim.authority.revoked.v1') then 'AUTHORITY'
    else 'EVIDENCE'
end
where actor is null;
alter table disclosure_0 alter column class drop default;
create table disclosure (
    index  bigint      primary key,
    tenant text        not null,
    secret bytea       not null,
    fields text        not null,
    at     timestamptz not null,
    actor  text,
    sealed text,
    class  text        not null
) partition by range (index);
create index disclosure_actor on disclosure (tenant, actor, index) where actor is not null;
create index disclosure_access on disclosure (tenant, index) where actor is not null;
alter table disclosure attach partition disclosure_0 for values from (0) to (maxvalue);

create table access_subject (
    tenant  text   not null,
    subject uuid   not null,
    index   bigint not null,
    primary key (tenant, subject, index)
) partition by range (index);
alter table access_subject attach partition access_subject_0 for values from (0) to (maxvalue);

-- Destroys what entries of a class say whose period is over, among the next `most` entries. False where there is none.
create function shred(of_class text, period interval, most int) returns boolean language plpgsql security definer as $$
declare
    known record_class;
    ended timestamptz;
    upto  bigint;
begin
    -- In the order in which everybody else takes them.
    lock table access_subject, disclosure in row exclusive mode;
    select * into strict known from record_class where class = of_class for update;
    -- The day on which a period ends still belongs to it (Civil Act 157, 159).
    ended := (date_trunc('day', now() at time zone 'Asia/Seoul') - greatest(period, known.least)) at time zone 'Asia/Seoul';
    select size into upto from checkpoint where signed_at < ended order by signed_at desc, size desc limit 1;
    if coalesce(upto, 0) <= known.shredded then
        return false;
    end if;
    upto := least(upto, known.shredded + most);
    with told as (
        select tenant, unnest(string_to_array(fields::jsonb ->> 'subjects', ','))::uuid as subject, index
        from disclosure where index >= known.shredded and index < upto and class = of_class
    ), gone as (
        delete from access_subject s using told t
        where s.tenant = t.tenant and s.subject = t.subject and s.index = t.index
        returning s.tenant, s.subject, s.index
    )
    -- Whom nothing is kept about any more need not be marked.
    delete from restricted_subject r using gone g
    where r.tenant = g.tenant and r.subject = g.subject
      and not exists (select from access_subject s where s.tenant = r.tenant and s.subject = r.subject and s.index >= upto)
      and not exists (select from access_subject s join disclosure d using (index)
                      where s.tenant = r.tenant and s.subject = r.subject and s.index < upto
                        and (d.class <> of_class or d.index < known.shredded));
    delete from disclosure where index >= known.shredded and index < upto and class = of_class;
    update record_class set shredded = upto where class = of_class;
    return true;
end $$;

-- Takes the next step towards dropping the oldest partition, if nothing in it can be disclosed any more: forgets `most` names, or drops
-- it. False where there is none. The newest stays.
create function prune(most int) returns boolean language plpgsql security definer set lock_timeout = '2s' as $$
declare
    old   log_month;
    ended bigint;
    upto  bigint;
    owned text;
begin
    select * into old from log_month order by first_index limit 1 for update;
    select first_index into ended from log_month where first_index > old.first_index order by first_index limit 1;
    if ended is null or exists (select from disclosure where index >= old.first_index and index < ended) then
        return false;
    end if;
    if old.forgotten < ended then
        upto := least(ended, old.forgotten + most);
        delete from entry_name n using entry e
        where e.index >= old.forgotten and e.index < upto and n.event_id = e.event_id and n.claimed_by = e.claimed_by;
        update log_month set forgotten = upto where first_index = old.first_index;
        return true;
    end if;
    lock table entry, tile, access_subject, disclosure in access exclusive mode;
    insert into pruned_root select index, root from tile where level = 0 and index < ended / 256;
    foreach owned in array array['entry', 'tile', 'disclosure', 'access_subject'] loop
        execute format('drop table %I', part(owned, old.first_index));
    end loop;
    delete from log_month where first_index = old.first_index;
    insert into pruned_month (first_index, end_index, month) values (old.first_index, ended, old.month);
    return true;
end $$;

-- Begins a partition at the next multiple of 256 where a new month has begun since the last. False where none has.
create function begin_month() returns boolean language plpgsql security definer set lock_timeout = '2s' as $$
declare
    this_month date := date_trunc('month', now() at time zone 'Asia/Seoul');
    open       log_month;
    cut        bigint;
    owned      text;
begin
    select * into open from log_month order by first_index desc limit 1 for update;
    if this_month <= open.month then
        return false;
    end if;
    -- Whoever appends has the first of them; so nobody appends from here on.
    lock table entry, tile, access_subject, disclosure in access exclusive mode;
    select (size + 255) / 256 * 256 into cut from log_state;
    if cut = open.first_index then
        update log_month set month = this_month where first_index = open.first_index;
        return true;
    end if;
    foreach owned in array array['entry', 'tile', 'disclosure', 'access_subject'] loop
        execute format('alter table %I detach partition %I', owned, part(owned, open.first_index));
        execute format('alter table %I attach partition %I for values from (%s) to (%s)',
                       owned, part(owned, open.first_index), bound(owned, open.first_index), bound(owned, cut));
        perform add_part(owned, cut);
    end loop;
    insert into log_month values (cut, this_month, cut);
    return true;
end $$;

do $$
declare
    app    text := current_database() || '_app';
    relay  text := current_database() || '_relay';
    pruner text := current_database() || '_pruner';
    owned  text;
begin
    foreach owned in array array['entry', 'tile', 'disclosure', 'access_subject', 'tile_above', 'restricted_subject', 'record_class', 'log_month',
                                 'pruned_month', 'pruned_root', 'entry_name'] loop
        perform guard(owned, case owned when 'tile_above' then 'refuse_change' else keeper(owned) end);
    end loop;
    perform guard('disclosure_0', 'only_pruner');
    perform guard('access_subject_0', 'only_pruner');
    foreach owned in array array['entry_0', 'tile_0', 'tile_root'] loop
        execute format('revoke all on %I from %I, %I', owned, app, relay);
    end loop;

    execute format('grant select on entry, tile, disclosure, access_subject, restricted_subject, record_class, log_month, pruned_month, tile_root,
                   entry_name to %I, %I', app, relay);
    execute format('grant insert on entry, tile, disclosure, access_subject, restricted_subject, entry_name to %I', app);
    -- When something was signed says when it ends: the database's own clock.
    execute format('revoke insert on checkpoint from %I', app);
    execute format('grant insert (size, note) on checkpoint to %I', app);

    foreach owned in array array['disclosure', 'access_subject'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I for select to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('create policy written on %I for insert to %I with check (true)', owned, app);
        execute format('create policy every_tenant on %I for select to %I using (true)', owned, relay);
    end loop;

    foreach owned in array array['guard(text, text)', 'keeper(text)', 'bound(text, bigint)', 'part(text, bigint)', 'add_part(text, bigint)',
                                 'shred(text, interval, int)', 'prune(int)', 'begin_month()'] loop
        execute format('revoke all on function %s from public, %I, %I', owned, app, relay);
    end loop;
    execute format('grant usage on schema %I to %I', current_schema(), pruner);
    foreach owned in array array['shred(text, interval, int)', 'prune(int)', 'begin_month()'] loop
        execute format('alter function %s set search_path = %I, pg_temp', owned, current_schema());
        execute format('grant execute on function %s to %I', owned, pruner);
    end loop;
end $$;
