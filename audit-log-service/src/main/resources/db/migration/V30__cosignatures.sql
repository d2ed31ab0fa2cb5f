-- What witnesses outside have signed of a head. It only grows, as the heads do.
create table cosignature (
    size    bigint      not null references checkpoint,
    witness text        not null,
    line    text        not null check (line like '— %' and line like E'%\n'),
    at      timestamptz not null default now(),
    primary key (size, witness)
);
create trigger only_grows before update or delete or truncate on cosignature for each statement execute function refuse_change();

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
begin
    execute format('revoke all on cosignature from %I, %I', app, relay);
    execute format('grant select on cosignature to %I, %I', app, relay);
    execute format('grant insert on cosignature to %I', app);
end $$;
