-- What access records are searched by (README, "Search").
--
-- Neighbours of 256 share a key of each index below, so that PostgreSQL keeps the key once and a place of six bytes for each of them; the
-- index of a whole entry would take 40 to 60 bytes. Within a block the rows are sorted when they are read.
alter table disclosure
    add column action text,
    add column source text,
    add column block  int;

-- The statement's trigger is that of the table it names; those of the partitions stay.
alter table only disclosure disable trigger only_pruner;
update disclosure
set block = index >> 8,
    action = case when actor is not null then fields::jsonb ->> 'action' end,
    source = case when actor is not null then fields::jsonb ->> 'source' end;
alter table only disclosure enable trigger only_pruner;
alter table disclosure alter column block set not null;

drop index disclosure_actor;
drop index disclosure_access;
create index disclosure_access on disclosure (tenant, block) where actor is not null;
create index disclosure_actor on disclosure (tenant, actor, block) where actor is not null;
create index disclosure_action on disclosure (tenant, action, block) where actor is not null;
create index disclosure_source on disclosure (tenant, source, block) where actor is not null;

-- Between which times the accesses of a full tile lie, of level 0 and 1; one without any matches no time. Records are told late, so the
-- log is not in the order of their times, but whole stretches of it can be passed over.
create table span (
    level    smallint    not null,
    index    bigint      not null,
    earliest timestamptz not null,
    latest   timestamptz not null,
    primary key (level, index)
);

-- What is known of tiles of level 0 that have become full, and of those above that have by that. The sequencer sees no tenant's rows.
create function close_spans(tiles bigint[]) returns void language plpgsql security definer as $$
begin
    insert into span
    select 0, t.index, coalesce(d.earliest, 'infinity'), coalesce(d.latest, '-infinity')
    from unnest(tiles) as t (index)
        cross join lateral (
            select min(at) as earliest, max(at) as latest from disclosure
            where index >= t.index << 8 and index < (t.index + 1) << 8 and actor is not null) d;
    insert into span
    select 1, t.index >> 8, s.earliest, s.latest
    from unnest(tiles) as t (index)
        cross join lateral (
            select min(earliest) as earliest, max(latest) as latest from span
            where level = 0 and index > t.index - 256 and index <= t.index) s
    where (t.index + 1) % 256 = 0;
end $$;

insert into span
select 0, block, min(at), max(at) from disclosure
where actor is not null and index < (select size >> 8 << 8 from log_state)
group by block;
insert into span
select 1, index >> 8, min(earliest), max(latest) from span
where index < (select size >> 16 << 8 from log_state)
group by index >> 8;

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
begin
    perform guard('span', 'refuse_change');
    execute format('grant select on span to %I, %I', app, relay);
    execute format('revoke all on function close_spans(bigint[]) from public, %I, %I', app, relay);
    execute format('alter function close_spans(bigint[]) set search_path = %I, pg_temp', current_schema());
    execute format('grant execute on function close_spans(bigint[]) to %I', app);
end $$;
