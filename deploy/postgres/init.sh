#!/usr/bin/env bash
# For docker-compose: applies $JIKIM_ROLES (live.sql, archive.sql or keys.sql) to a new cluster, as the postgres image runs
# everything in /docker-entrypoint-initdb.d. Every ${NAME_PASSWORD} of the script must be set.
set -euo pipefail

script=$(< "/jikim/postgres/$JIKIM_ROLES.sql")
while [[ $script =~ \$\{([A-Z_]+_PASSWORD)\} ]]; do
  name=${BASH_REMATCH[1]}
  password=${!name-}
  [ -n "$password" ] || { echo "$name is not set" >&2; exit 1; }
  case $password in *"'"* | *'$'* | *'\'*) echo "$name holds a quote, a dollar or a backslash" >&2; exit 1 ;; esac
  script=${script//"\${$name}"/"$password"}
done
# the mark comes last: a start that broke off in between leaves a cluster that is never called healthy
script+=$'\n\\connect postgres\n'"comment on database postgres is 'Jikim: $JIKIM_ROLES';"
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<< "$script"
