-- Roles, database and grants of the key cluster: wrapped data keys, apart from the data that they open.
-- A service sees only its own rows (row-level security on current_user, in the migration that makes the table).

create role keys_owner login password '${KEYS_OWNER_PASSWORD}';
create role keys_consent login password '${KEYS_CONSENT_PASSWORD}';
create role keys_identity login password '${KEYS_IDENTITY_PASSWORD}';
create role keys_audit login password '${KEYS_AUDIT_PASSWORD}';
create role keys_retention login password '${KEYS_RETENTION_PASSWORD}';
create database keys owner keys_owner;
revoke all on database keys from public;
grant connect on database keys to keys_consent, keys_identity, keys_audit, keys_retention;

\connect keys
grant usage on schema public to keys_consent, keys_identity, keys_audit, keys_retention;
alter default privileges for role keys_owner in schema public grant select, insert, update, delete on tables to keys_consent, keys_identity, keys_audit, keys_retention;
alter default privileges for role keys_owner in schema public grant usage, select on sequences to keys_consent, keys_identity, keys_audit, keys_retention;
