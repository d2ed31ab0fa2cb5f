-- A month's end is chosen ahead and proven by a constraint that is validated while others read and store, so that nothing is read
-- under a lock; and a month of many entries is stored in several parts, so that no proof takes long (docs/adr/022).

-- Where the newest part will end, while that is being proven; null otherwise.
alter table log_month add column ends bigint check (ends % 256 = 0 and ends > first_index);

-- What the log says about itself belongs to no tenant, and each may see it.
do $$
begin
    execute format('create policy of_the_log on disclosure for select to %I using (tenant = '''')', current_database() || '_app');
end $$;

-- Just what a partition from `first` to `ended` says of its rows: whoever can prove it need not look.
create function place_between(owned text, first bigint, ended bigint) returns text language sql immutable as $$
    select case owned
        when 'tile' then format('level = 0::smallint and index >= %s::bigint and index < %s::bigint', first / 256, ended / 256)
        else format('index >= %s::bigint and index < %s::bigint', first, ended)
    end
$$;

create or replace function refuse_shrinking() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or new.size <= old.size then
        raise exception 'the log only grows' using errcode = 'insufficient_privilege';
    end if;
    -- Whoever appends comes by here first, and tries again as after any other lock.
    if new.size > (select ends from log_month order by first_index desc limit 1) then
        raise exception 'the log cannot grow to % before its month has ended', new.size using errcode = 'lock_not_available';
    end if;
    return new;
end $$;

-- Chooses where the newest part ends. The more has to be read to prove it, the more can be stored meanwhile: an eighth.
create function plan_end(open log_month, this_month date) returns void language plpgsql as $$
declare
    few   constant bigint := 65536;
    size  bigint;
    held  bigint;
    cut   bigint;
    owned text;
begin
    -- Whoever appends has them; so nobody appends from here on.
    execute format('lock table %I, %I, %I, %I in access exclusive mode', part('entry', open.first_index), part('tile', open.first_index),
                   part('access_subject', open.first_index), part('disclosure', open.first_index));
    select s.size into size from log_state s;
    held := size - open.first_index;
    if held <= 0 then
        update log_month set month = this_month where first_index = open.first_index;
        return;
    end if;
    cut := (size + case when held > few then held / 8 else 0 end + 255) / 256 * 256;
    foreach owned in array array['entry', 'tile', 'access_subject', 'disclosure'] loop
        execute format('alter table %I add constraint month_ends check (%s) not valid', part(owned, open.first_index),
                       place_between(owned, open.first_index, cut));
    end loop;
    update log_month set ends = cut where first_index = open.first_index;
end $$;

-- Reads one of the tables whose end is not proven yet, while others read and store. False where there is none.
create function prove_end(open log_month) returns boolean language plpgsql as $$
declare
    unproven regclass;
begin
    select conrelid into unproven from pg_constraint
    where conname = 'month_ends' and not convalidated
      and conrelid in (select part(owned, open.first_index)::regclass from unnest(array['entry', 'tile', 'access_subject', 'disclosure']) owned)
    limit 1;
    if unproven is null then
        return false;
    end if;
    execute format('alter table %s validate constraint month_ends', unproven);
    return true;
end $$;

create function end_month(open log_month, this_month date) returns void language plpgsql as $$
declare
    owned text;
begin
    lock table entry, tile, access_subject, disclosure in access exclusive mode;
    foreach owned in array array['entry', 'tile', 'access_subject', 'disclosure'] loop
        execute format('alter table %I detach partition %I', owned, part(owned, open.first_index));
        execute format('alter table %I attach partition %I for values from (%s) to (%s)',
                       owned, part(owned, open.first_index), bound(owned, open.first_index), bound(owned, open.ends));
        execute format('alter table %I drop constraint month_ends', part(owned, open.first_index));
        perform add_part(owned, open.ends);
    end loop;
    update log_month set ends = null where first_index = open.first_index;
    insert into log_month (first_index, month, forgotten) values (open.ends, this_month, open.ends);
end $$;

-- Takes the next step towards a new part, where a new month has begun since the last or that has very many entries. False where there is
-- none. Each step is short, or holds nobody up.
create or replace function begin_month() returns boolean language plpgsql security definer set lock_timeout = '2s' as $$
declare
    most       constant bigint := 4194304;
    this_month date := date_trunc('month', now() at time zone 'Asia/Seoul');
    open       log_month;
begin
    select * into open from log_month order by first_index desc limit 1 for update;
    if open.ends is not null then
        if not prove_end(open) then
            perform end_month(open, this_month);
        end if;
        return true;
    end if;
    if this_month <= open.month and (select size - open.first_index from log_state) < most then
        return false;
    end if;
    perform plan_end(open, this_month);
    return true;
end $$;

-- Takes the next step towards dropping the oldest partition, if nothing in it can be disclosed any more: forgets `most` names, or drops
-- it. False where there is none. The newest stays.
create or replace function prune(most int) returns boolean language plpgsql security definer set lock_timeout = '2s' as $$
declare
    old   log_month;
    ended bigint;
    upto  bigint;
    owned text;
begin
    select * into old from log_month order by first_index limit 1 for update;
    select first_index into ended from log_month where first_index > old.first_index order by first_index limit 1;
    -- A place that is still to be filled must not be dropped.
    if ended is null or ended > (select size from log_state) or exists (select from disclosure where index >= old.first_index and index < ended) then
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

do $$
declare
    owned text;
begin
    foreach owned in array array['place_between(text, bigint, bigint)', 'plan_end(log_month, date)', 'prove_end(log_month)',
                                 'end_month(log_month, date)'] loop
        execute format('revoke all on function %s from public, %I, %I', owned, current_database() || '_app', current_database() || '_relay');
    end loop;
    foreach owned in array array['prune(int)', 'begin_month()'] loop
        execute format('alter function %s set search_path = %I, pg_temp', owned, current_schema());
    end loop;
end $$;
