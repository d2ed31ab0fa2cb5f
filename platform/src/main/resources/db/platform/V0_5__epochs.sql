-- In which epoch this database speaks, and how far what it said has come (docs/adr/019).

create table speaking_epoch (
    epoch     int         not null,
    opened_at timestamptz not null default now(),
    one       boolean     primary key default true check (one)
);
insert into speaking_epoch (epoch) values (1);

-- The first event of a stream in a new epoch says after which one it comes.
alter table outbox add column after_epoch int, add column after_sequence bigint;
alter table event_log add column after_epoch int, add column after_sequence bigint;
alter table parked add column after_epoch int, add column after_sequence bigint;

-- The highest outbox id of the shard that the broker has acknowledged.
alter table outbox_lease add column position bigint not null default 0;

-- What waits for the broker is numbered anew: its old numbers may have been given before.
create function open_epoch(opened int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- Waits for whoever is appending, and keeps others from it until the commit.
    lock table outbox in share row exclusive mode;
    update speaking_epoch set epoch = opened, opened_at = now() where epoch < opened;
    if not found then
        raise exception 'the database speaks in this epoch or a later one';
    end if;
    with numbered as (
        select id, row_number() over (partition by tenant, subject, topic, source order by id) as number
        from outbox)
    update outbox o set epoch = opened, sequence = number,
        after_epoch = case when number = 1 then coalesce(o.after_epoch, o.epoch) end,
        after_sequence = case when number = 1 then coalesce(o.after_sequence, o.sequence - 1) end
    from numbered where o.id = numbered.id;
    update subject_stream s set epoch = opened, last_sequence = o.last
    from (select tenant, subject, topic, source, max(sequence) as last from outbox
          group by tenant, subject, topic, source) o
    where (s.tenant, s.subject, s.topic, s.source) = (o.tenant, o.subject, o.topic, o.source);
end $$;

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
begin
    alter table speaking_epoch enable row level security;
    execute format('create policy of_the_installation on speaking_epoch to %I, %I using (true)', app, relay);
    execute format('revoke all on speaking_epoch from %I, %I', app, relay);
    execute format('grant select on speaking_epoch to %I, %I', app, relay);
    revoke execute on function open_epoch(int) from public;
    execute format('grant execute on function open_epoch(int) to %I, %I', app, relay);
end $$;
