-- Which migrations ran is the owner's to write and nobody else's business. The table is made before any migration and with the
-- default privileges of every table, so they are taken back here.
do $$
declare
    somebody text;
begin
    for somebody in
        select distinct r.rolname
        from pg_class c cross join lateral aclexplode(c.relacl) granted join pg_roles r on r.oid = granted.grantee
        where c.oid = to_regclass('flyway_schema_history') and r.rolname <> current_user
    loop
        execute format('revoke all on flyway_schema_history from %I', somebody);
    end loop;
end $$;
