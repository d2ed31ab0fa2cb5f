#!/bin/sh
# Starts a service with the passwords of its secrets volume: the service looks at them before anything else is read, so that they
# must be in the environment of its process; they stand in no image and in no description of the container.
set -eu
while IFS='=' read -r name value; do export "$name=$value"; done < /secrets/environment
# The installation's own witness says its key in a volume; where there are witnesses outside, it comes before them.
if [ -s /witness/key ]; then export JIKIM_WITNESSES="$(cat /witness/key) http://witness:8087${JIKIM_WITNESSES:+,$JIKIM_WITNESSES}"; fi
# `depends_on` holds for `up` only: after a machine's restart all containers start at once, and a service that finds no login gives
# up. It costs less to wait than to start again and again.
until curl --fail --silent --max-time 5 --output /dev/null "$JIKIM_OIDC_URL"; do sleep 2; done
# without -Xms the JVM of a large machine begins with all of -Xmx, and touches it
exec java -Xms32m -Xmx160m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar quarkus-run.jar
