-- Roles, database and grants of the archive cluster: records that only a law keeps.
-- archive_app may add and read. Nothing here grants UPDATE or DELETE: a record ends through the destroy function of the
-- migration alone, which is granted to archive_app there.

create role archive_owner login password '${ARCHIVE_OWNER_PASSWORD}';
create role archive_app login password '${ARCHIVE_APP_PASSWORD}';
create database archive owner archive_owner;
revoke all on database archive from public;
grant connect on database archive to archive_app;

\connect archive
grant usage on schema public to archive_app;
alter default privileges for role archive_owner in schema public grant select, insert on tables to archive_app;
alter default privileges for role archive_owner in schema public grant usage, select on sequences to archive_app;
alter default privileges for role archive_owner revoke execute on functions from public;
