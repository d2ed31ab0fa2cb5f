-- The speaker's business row and the listener's effect, seen by one tenant at a time as in every service.
create table fact (
    id       uuid        primary key,
    tenant   text        not null,
    subject  text        not null,
    purpose  text        not null,
    given_at timestamptz not null
);
create table effect (
    event_id uuid        primary key,
    tenant   text        not null,
    subject  text        not null,
    purpose  text        not null,
    given_at timestamptz not null
);
do $$
declare
    owned text;
begin
    foreach owned in array array['fact', 'effect'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I using (tenant = current_setting(''jikim.tenant'', true))', owned);
    end loop;
end $$;
