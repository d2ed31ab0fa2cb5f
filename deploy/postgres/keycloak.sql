-- In containers Keycloak keeps its accounts in the live cluster, in a database that none of Jikim's roles may enter.

create role keycloak login password '${KEYCLOAK_PASSWORD}';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
