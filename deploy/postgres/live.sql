-- Roles, databases and grants of the live cluster. Applied once, as the superuser, to an empty cluster.
-- ${NAME} is replaced by the launcher (local stack) or by init.sh (docker-compose).
--
-- <db>_owner  owns the schema and runs migrations
-- <db>_app    reads and writes rows; row-level security applies to it
-- <db>_relay  sends the outbox and sweeps across tenants; policies show it every tenant. It sees since when other sessions hold a snapshot
-- audit_pruner  destroys in the audit log what is over, by calling the functions that look whether it is; nobody logs in as it, the
--             relay becomes it for a transaction. A password of its own would guard nothing: the service would hold it too

create role consent_owner login password '${CONSENT_OWNER_PASSWORD}';
create role consent_app login password '${CONSENT_APP_PASSWORD}';
create role consent_relay login password '${CONSENT_RELAY_PASSWORD}';
create database consent owner consent_owner;
revoke all on database consent from public;
grant connect on database consent to consent_app, consent_relay;
grant pg_read_all_stats to consent_relay;

create role identity_owner login password '${IDENTITY_OWNER_PASSWORD}';
create role identity_app login password '${IDENTITY_APP_PASSWORD}';
create role identity_relay login password '${IDENTITY_RELAY_PASSWORD}';
create database identity owner identity_owner;
revoke all on database identity from public;
grant connect on database identity to identity_app, identity_relay;
grant pg_read_all_stats to identity_relay;

create role audit_owner login password '${AUDIT_OWNER_PASSWORD}';
create role audit_app login password '${AUDIT_APP_PASSWORD}';
create role audit_relay login password '${AUDIT_RELAY_PASSWORD}';
create role audit_pruner;
grant audit_pruner to audit_relay with inherit false, set true;
create database audit owner audit_owner;
revoke all on database audit from public;
grant connect on database audit to audit_app, audit_relay;
grant pg_read_all_stats to audit_relay;

create role retention_owner login password '${RETENTION_OWNER_PASSWORD}';
create role retention_app login password '${RETENTION_APP_PASSWORD}';
create role retention_relay login password '${RETENTION_RELAY_PASSWORD}';
create database retention owner retention_owner;
revoke all on database retention from public;
grant connect on database retention to retention_app, retention_relay;
grant pg_read_all_stats to retention_relay;

\connect consent
grant usage on schema public to consent_app, consent_relay;
alter default privileges for role consent_owner in schema public grant select, insert, update, delete on tables to consent_app, consent_relay;
alter default privileges for role consent_owner in schema public grant usage, select on sequences to consent_app, consent_relay;
alter default privileges for role consent_owner revoke execute on functions from public;
alter default privileges for role consent_owner in schema public grant execute on functions to consent_app, consent_relay;

\connect identity
grant usage on schema public to identity_app, identity_relay;
alter default privileges for role identity_owner in schema public grant select, insert, update, delete on tables to identity_app, identity_relay;
alter default privileges for role identity_owner in schema public grant usage, select on sequences to identity_app, identity_relay;
alter default privileges for role identity_owner revoke execute on functions from public;
alter default privileges for role identity_owner in schema public grant execute on functions to identity_app, identity_relay;

\connect audit
grant usage on schema public to audit_app, audit_relay;
alter default privileges for role audit_owner in schema public grant select, insert, update, delete on tables to audit_app, audit_relay;
alter default privileges for role audit_owner in schema public grant usage, select on sequences to audit_app, audit_relay;
alter default privileges for role audit_owner revoke execute on functions from public;
alter default privileges for role audit_owner in schema public grant execute on functions to audit_app, audit_relay;

\connect retention
grant usage on schema public to retention_app, retention_relay;
alter default privileges for role retention_owner in schema public grant select, insert, update, delete on tables to retention_app, retention_relay;
alter default privileges for role retention_owner in schema public grant usage, select on sequences to retention_app, retention_relay;
alter default privileges for role retention_owner revoke execute on functions from public;
alter default privileges for role retention_owner in schema public grant execute on functions to retention_app, retention_relay;
