#!/usr/bin/env bash
# Starts the broker of docker-compose.yml: its settings, with the passwords of its secrets volume; storage is formatted once.
set -euo pipefail
umask 077
password() { printf '%s' "$(< "/secrets/$1")"; }
scram=org.apache.kafka.common.security.scram.ScramLoginModule
plain=org.apache.kafka.common.security.plain.PlainLoginModule

config=/tmp/server.properties
transport=${TRANSPORT:-SASL_PLAINTEXT}
{
  cat /jikim/kafka/server.properties
  echo "advertised.listeners=INSIDE://kafka:9092,HOST://${PUBLIC_ADDRESS:-localhost:19092}"
  echo "listener.name.inside.scram-sha-512.sasl.jaas.config=$scram required username=\"broker\" password=\"$(password broker)\";"
  echo "listener.name.controller.plain.sasl.jaas.config=$plain required username=\"controller\" password=\"$(password controller)\" user_controller=\"$(password controller)\";"
  echo "listener.security.protocol.map=INSIDE:$transport,HOST:$transport,CONTROLLER:SASL_PLAINTEXT"
  if [ "$transport" = SASL_SSL ]; then
    printf 'ssl.keystore.type=PEM\nssl.keystore.location=/secrets/tls.pem\nssl.truststore.type=PEM\nssl.truststore.location=/secrets/ca.crt\n'
    echo ssl.enabled.protocols=TLSv1.3
  fi
} > "$config"

/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$config" \
  --add-scram "SCRAM-SHA-512=[name=broker,password=$(password broker)]" \
  --add-scram "SCRAM-SHA-512=[name=admin,password=$(password admin)]"
exec /opt/kafka/bin/kafka-server-start.sh "$config"
