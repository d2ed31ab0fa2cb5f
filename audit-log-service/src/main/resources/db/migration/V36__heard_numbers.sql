-- What numbers of each speaker's streams of access records have come, and which should have (docs/adr/024). Both are of the whole
-- installation: a batch from the bus holds records of several tenants.
-- A stream that is quiet for long is forgotten: its speaker does not speak of what was before such a pause.
create table heard_numbers (
    source    text           not null,
    of_tenant text           not null,
    subject   text           not null,
    epoch     int            not null,
    numbers   int8multirange not null,
    day       date           not null default current_date,
    primary key (source, of_tenant, subject, epoch)
) with (fillfactor = 80);

-- Numbers that a heartbeat spoke of and that had not come by then; a row for what one heartbeat found in a stream. `named_at` is when the
-- alarm was raised.
create table missing_numbers (
    id        bigint         generated always as identity primary key,
    source    text           not null,
    of_tenant text           not null,
    subject   text           not null,
    epoch     int            not null,
    numbers   int8multirange not null,
    since     timestamptz    not null,
    named_at  timestamptz,
    asked     int            not null default 0,
    ask_at    timestamptz
);
create index missing_numbers_stream on missing_numbers (source, of_tenant, subject, epoch);

-- When each speaker's heart was last heard.
create table heartbeat (
    source text        primary key,
    at     timestamptz not null
);

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['heard_numbers', 'missing_numbers', 'heartbeat'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy of_the_installation on %I to %I, %I using (true)', owned, app, relay);
        execute format('revoke all on %I from %I, %I', owned, app, relay);
        execute format('grant select on %I to %I, %I', owned, app, relay);
        execute format('grant insert, update on %I to %I', owned, app);
    end loop;
    execute format('grant delete on heard_numbers, missing_numbers to %I', app);
end $$;
