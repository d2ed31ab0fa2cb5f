-- Raised, and committed, before each batch is told (docs/adr/021). The highest outbox id was no measure of what was told: the id of a
-- long transaction is lower than those that were told before it ended.

create table outbox_mark (
    mark bigint  not null,
    one  boolean primary key default true check (one)
);
insert into outbox_mark (mark) values (0);

alter table outbox_lease drop column position;

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
begin
    alter table outbox_mark enable row level security;
    execute format('create policy relay_only on outbox_mark to %I using (true)', relay);
    execute format('revoke all on outbox_mark from %I, %I', app, relay);
    execute format('grant select, update on outbox_mark to %I', relay);
end $$;
