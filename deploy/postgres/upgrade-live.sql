-- Roles that came after the first version, for a live cluster that stands. The superuser may run it as often as he likes; a new cluster
-- has them from live.sql.
do $$
begin
    if not exists (select from pg_roles where rolname = 'audit_pruner') then
        create role audit_pruner;
    end if;
end $$;
grant audit_pruner to audit_relay with inherit false, set true;
