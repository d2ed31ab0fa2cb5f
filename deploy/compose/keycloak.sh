#!/usr/bin/env bash
# Starts Keycloak with the passwords of its secrets volume, which its realm and its database connection ask for by name.
set -euo pipefail
while IFS='=' read -r name value; do export "$name=$value"; done < /secrets/environment
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
