-- Which of the records about a person each is: her running number, and the hash of the leaf of the one before (docs/adr/025). Both are
-- committed to in the leaf; here they stand to be found and shown, and go when the record is shredded. What was in the log before has none.
alter table access_subject
    add column since    bigint,
    add column number   bigint,
    add column previous bytea;

-- The newest record about each person. Room is left on each page: an update changes nothing that is indexed, and stays where it was.
create table subject_chain (
    tenant    text   not null,
    subject   uuid   not null,
    since     bigint not null,
    number    bigint not null check (number > 0),
    index     bigint not null,
    leaf_hash bytea  not null check (octet_length(leaf_hash) = 32),
    primary key (tenant, subject)
) with (fillfactor = 70);

create trigger only_pruner before delete or truncate on subject_chain for each statement execute function only_pruner();
create trigger grows before update on subject_chain for each row
    when (new.tenant <> old.tenant or new.subject <> old.subject or new.since <> old.since or new.number <= old.number or new.index <= old.index)
    execute function refuse_change();

-- The sequencer asks for persons whom it names, of every tenant at once; nobody but a person's own tenant looks around here.
create function chain_ends(tenants text[], subjects uuid[])
    returns table (tenant text, subject uuid, since bigint, number bigint, index bigint, leaf_hash bytea)
    language sql stable security definer as $$
    select c.* from unnest(tenants, subjects) as asked (tenant, subject) join subject_chain c using (tenant, subject)
$$;

-- In the order in which shred() locks them, so that neither waits for the other in a circle.
create function move_chains(tenants text[], subjects uuid[], sinces bigint[], numbers bigint[], indexes bigint[], hashes bytea[]) returns void
    language sql security definer as $$
    insert into subject_chain
    select * from unnest(tenants, subjects, sinces, numbers, indexes, hashes) as moved (tenant, subject, since, number, index, leaf_hash)
    order by tenant, subject
    on conflict (tenant, subject) do update
    set since = excluded.since, number = excluded.number, index = excluded.index, leaf_hash = excluded.leaf_hash
$$;

-- As before; and where nothing is kept about a person any more, her numbering ends: the next record about her begins another one.
create or replace function shred(of_class text, period interval, most int) returns boolean language plpgsql security definer as $$
declare
    known    record_class;
    ended    timestamptz;
    upto     bigint;
    tenants  text[];
    subjects uuid[];
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
    select array_agg(told.tenant), array_agg(told.subject) into tenants, subjects
    from (
        select distinct d.tenant, unnest(string_to_array(d.fields::jsonb ->> 'subjects', ','))::uuid as subject
        from disclosure d where d.index >= known.shredded and d.index < upto and d.class = of_class
    ) told;
    -- Whose newest record is being appended just now is waited for, and then keeps her row.
    perform 1 from subject_chain c join unnest(tenants, subjects) as told (tenant, subject) using (tenant, subject)
    where c.index < upto order by c.tenant, c.subject for update of c;
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
    delete from subject_chain c using unnest(tenants, subjects) as told (tenant, subject)
    where c.tenant = told.tenant and c.subject = told.subject and c.index < upto
      and not exists (select from access_subject s where s.tenant = c.tenant and s.subject = c.subject);
    delete from disclosure where index >= known.shredded and index < upto and class = of_class;
    update record_class set shredded = upto where class = of_class;
    return true;
end $$;

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    execute format('revoke all on subject_chain from %I, %I', app, relay);
    execute format('grant select on subject_chain to %I, %I', app, relay);
    alter table subject_chain enable row level security;
    execute format('create policy own_tenant on subject_chain for select to %I using (tenant = current_setting(''jikim.tenant'', true))', app);
    execute format('create policy every_tenant on subject_chain for select to %I using (true)', relay);

    foreach owned in array array['chain_ends(text[], uuid[])', 'move_chains(text[], uuid[], bigint[], bigint[], bigint[], bytea[])'] loop
        execute format('revoke all on function %s from public, %I', owned, relay);
        execute format('grant execute on function %s to %I', owned, app);
        execute format('alter function %s set search_path = %I, pg_temp', owned, current_schema());
    end loop;
    execute format('alter function shred(text, interval, int) set search_path = %I, pg_temp', current_schema());
end $$;
