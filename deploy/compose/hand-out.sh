#!/bin/sh
# Gives every container the secrets that it needs and no other: from the directory that ./jikim secrets made (/in) to a volume of
# each container's own (/out/NAME), readable by that container's user alone. Runs at every `docker compose up`, as root, without
# a network; afterwards root is nowhere.
set -eu
umask 077
of() { cat "/in/$1"; }

# put VOLUME USER FILE: what comes in becomes that file, at once or not at all
put() {
  cat > "/out/$1/.new"
  chown "$2" "/out/$1/.new"
  chmod 0400 "/out/$1/.new"
  mv "/out/$1/.new" "/out/$1/$3"
}
# what a role script in deploy/postgres wants: NAME_PASSWORD=... for each role
roles() {
  for role in "$@"; do
    printf '%s_PASSWORD=%s\n' "$(printf %s "$role" | tr '[:lower:]' '[:upper:]')" "$(of "$role")"
  done
}
scram() {
  printf 'org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";' "$1" "$(of "kafka-$1")"
}

POSTGRES=999 KAFKA=1000 KEYCLOAK=1000 JIKIM=10001

of postgres-live | put postgres-live $POSTGRES superuser
{
  for database in consent identity audit retention; do roles "${database}_owner" "${database}_app" "${database}_relay"; done
  printf 'KEYCLOAK_PASSWORD=%s\n' "$(of keycloak_db)"
} | put postgres-live $POSTGRES roles
of postgres-archive | put postgres-archive $POSTGRES superuser
roles archive_owner archive_app | put postgres-archive $POSTGRES roles
of postgres-keys | put postgres-keys $POSTGRES superuser
roles keys_owner keys_consent keys_identity keys_audit keys_retention | put postgres-keys $POSTGRES roles

for account in broker controller admin; do of "kafka-$account" | put kafka $KAFKA "$account"; done

# who makes topics and accounts: its own login, and the passwords that the broker shall know
{
  printf 'security.protocol=%s\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=%s\n' "${TRANSPORT:-SASL_PLAINTEXT}" "$(scram admin)"
  printf 'ssl.truststore.type=PEM\nssl.truststore.location=/secrets/ca.crt\n'
} | put broker $JIKIM client.properties
rm -f /out/broker/account.* /out/broker/participant.*
for service in consent-service identity-verification-service audit-log-service retention-service; do
  of "kafka-$service" | put broker $JIKIM "account.$service"
done
for participant in /in/participants/*; do
  case $participant in */\* | *.properties) continue ;; esac
  put broker $JIKIM "participant.${participant##*/}" < "$participant"
done

{
  printf 'KC_DB_PASSWORD=%s\nKC_BOOTSTRAP_ADMIN_PASSWORD=%s\n' "$(of keycloak_db)" "$(of keycloak-admin)"
  for service in consent-service identity-verification-service audit-log-service retention-service; do
    printf '%s_SECRET=%s\n' "$(printf %s "$service" | tr 'a-z-' 'A-Z_')" "$(of "oidc-$service")"
  done
} | put keycloak $KEYCLOAK environment

# service NAME DATABASE SIGNER...: its passwords, the keys that it signs with, and everybody's public halves
service() {
  service=$1 database=$2
  shift 2
  {
    printf 'JIKIM_DB_PASSWORD=%s\nJIKIM_DB_OWNER_PASSWORD=%s\nJIKIM_DB_RELAY_PASSWORD=%s\n' \
      "$(of "${database}_app")" "$(of "${database}_owner")" "$(of "${database}_relay")"
    printf 'JIKIM_KEYS_PASSWORD=%s\nJIKIM_KEYS_OWNER_PASSWORD=%s\n' "$(of "keys_$database")" "$(of keys_owner)"
    printf 'JIKIM_OIDC_SECRET=%s\n' "$(of "oidc-$service")"
    printf 'KAFKA_SASL_JAAS_CONFIG=%s\n' "$(scram "$service")"
    if [ "$database" = retention ]; then
      printf 'JIKIM_ARCHIVE_PASSWORD=%s\nJIKIM_ARCHIVE_OWNER_PASSWORD=%s\n' "$(of archive_app)" "$(of archive_owner)"
    fi
  } | put "$service" $JIKIM environment
  for signer in "$@"; do put "$service" $JIKIM "$signer.pem" < "/in/keys/$signer.pem"; done
  for public in /in/keys/*.pub.pem; do put "$service" $JIKIM "${public##*/}" < "$public"; done
}
service consent-service consent consent-service
service identity-verification-service identity identity-verification-service identity-provider
service audit-log-service audit audit-log-service log
service retention-service retention retention-service certificate

# the archive's key-encryption keys are for the one service that reaches the archive
for service in consent-service identity-verification-service audit-log-service; do
  tr -d ' \n' < /in/keys/keyset.json | sed -E 's/,"archive":\{[^}]*\}//' | put $service $JIKIM keyset.json
done
put retention-service $JIKIM keyset.json < /in/keys/keyset.json

# for the witness: whose log it is to cosign, as C2SP signed-note writes a key: name+id+key
raw() { sed '/^-----/d' /in/keys/log.pub.pem | base64 -d | tail -c 32; }
id=$({ printf '%s\n\001' "$JIKIM_LOG_ORIGIN"; raw; } | sha256sum | cut -c1-8)
printf '%s+%s+%s\n' "$JIKIM_LOG_ORIGIN" "$id" "$({ printf '\001'; raw; } | base64 | tr -d '\n')" | put witness $JIKIM log.vkey

# the monitoring overlay
if [ -d /out/grafana ]; then of grafana | put grafana 472 password; fi

# tls.yml: certificates, and for those who ask the authority to believe
if [ -d /in/tls ]; then
  for name in postgres-live postgres-archive postgres-keys; do
    put $name $POSTGRES tls.crt < "/in/tls/$name.crt"
    put $name $POSTGRES tls.key < "/in/tls/$name.key"
  done
  cat /in/tls/kafka.key /in/tls/kafka.crt | put kafka $KAFKA tls.pem
  put kafka $KAFKA ca.crt < /in/tls/ca.crt
  put keycloak $KEYCLOAK ca.crt < /in/tls/ca.crt
  for name in broker consent-service identity-verification-service audit-log-service retention-service; do
    put $name $JIKIM ca.crt < /in/tls/ca.crt
  done
elif [ "${TRANSPORT-}" = SASL_SSL ]; then
  echo 'there are no certificates: deploy/compose/make-certificates' >&2
  exit 1
fi
