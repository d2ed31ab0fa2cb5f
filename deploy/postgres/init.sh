#!/usr/bin/env bash
# For docker-compose: applies the scripts that $JIKIM_ROLES names ("live keycloak") to a new cluster, as the postgres image runs
# everything in /docker-entrypoint-initdb.d. Every ${NAME_PASSWORD} of a script must stand in /secrets/roles.
set -euo pipefail

declare -A passwords
while IFS='=' read -r name password; do passwords[$name]=$password; done < /secrets/roles
all=''
for roles in $JIKIM_ROLES; do
  script=$(< "/jikim/postgres/$roles.sql")
  while [[ $script =~ \$\{([A-Z_]+_PASSWORD)\} ]]; do
    name=${BASH_REMATCH[1]}
    password=${passwords[$name]-}
    [ -n "$password" ] || { echo "$name is not set" >&2; exit 1; }
    case $password in *"'"* | *'$'* | *'\'*) echo "$name holds a quote, a dollar or a backslash" >&2; exit 1 ;; esac
    script=${script//"\${$name}"/"$password"}
  done
  all+=$'\n\\connect postgres\n'$script
done
# the mark comes last: a start that broke off in between leaves a cluster that is never called healthy
all+=$'\n\\connect postgres\n'"comment on database postgres is 'Jikim: $JIKIM_ROLES';"
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<< "$all"
