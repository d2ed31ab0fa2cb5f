-- The log: entries, tiles and heads only grow. What can be forgotten (disclosure, access_subject) stands beside it.

create table log_state (
    only_one boolean primary key default true check (only_one),
    size     bigint  not null check (size >= 0),
    root     bytea   not null check (octet_length(root) = 32),
    epoch    int     not null default 1
);
insert into log_state (size, root) values (0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

create table entry (
    index     bigint primary key check (index >= 0),
    event_id  uuid   not null unique,
    leaf      bytea  not null,
    leaf_hash bytea  not null check (octet_length(leaf_hash) = 32)
);

create table tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null check (octet_length(hashes) = 8192),
    root   bytea    not null check (octet_length(root) = 32),
    primary key (level, index)
);
-- 8,192 bytes do not fit in a page of 8 KiB, and hashes cannot be compressed.
alter table tile alter column hashes set storage external;

create table checkpoint (
    size      bigint      primary key,
    note      text        not null,
    signed_at timestamptz not null default now()
);

-- The values that a leaf commits to, and the secret its salts come from. Deleting a row leaves the leaf and hides
-- its content for ever.
create table disclosure (
    index    bigint      primary key,
    event_id uuid        not null unique,
    tenant   text        not null,
    secret   bytea       not null,
    fields   text        not null,
    at       timestamptz not null,
    actor    text,
    sealed   text
);
create index disclosure_actor on disclosure (tenant, actor, index) where actor is not null;
create index disclosure_access on disclosure (tenant, index) where actor is not null;

create table access_subject (
    tenant  text   not null,
    subject uuid   not null,
    index   bigint not null,
    primary key (tenant, subject, index)
);

create table restricted_subject (
    tenant  text        not null,
    subject uuid        not null,
    erasure uuid        not null,
    since   timestamptz not null,
    primary key (tenant, subject)
);

-- Records from the bus that could not become an entry, with all that a second try needs.
create table set_aside (
    topic     text        not null,
    partition int         not null,
    position  bigint      not null,
    key       text,
    headers   text        not null,
    payload   bytea,
    why       text        not null,
    at        timestamptz not null default now(),
    primary key (topic, partition, position)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function refuse_shrinking() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or new.size <= old.size then
        raise exception 'the log only grows' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger grows before update or delete on log_state for each row execute function refuse_shrinking();
create trigger grows_whole before truncate on log_state for each statement execute function refuse_change();

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['entry', 'tile', 'checkpoint'] loop
        execute format('create trigger only_grows before update or delete or truncate on %I for each statement execute function refuse_change()', owned);
    end loop;

    foreach owned in array array['log_state', 'entry', 'tile', 'checkpoint', 'set_aside', 'disclosure', 'access_subject', 'restricted_subject'] loop
        execute format('revoke all on %I from %I, %I', owned, app, relay);
        execute format('grant select on %I to %I, %I', owned, app, relay);
    end loop;
    execute format('grant insert on entry, tile, checkpoint, set_aside, disclosure, access_subject, restricted_subject to %I', app);
    execute format('grant update (size, root) on log_state to %I', app);

    -- The sequencer writes for every tenant at once; reading is for one tenant at a time.
    foreach owned in array array['disclosure', 'access_subject', 'restricted_subject'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I for select to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('create policy written on %I for insert to %I with check (true)', owned, app);
        execute format('create policy every_tenant on %I for select to %I using (true)', owned, relay);
    end loop;
end $$;
