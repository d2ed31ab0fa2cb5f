#!/bin/sh
# Starts the witness of this installation's audit log; `witness.sh healthy` asks it for what it has cosigned. Its key is made with
# its state and stands there: a key that outlived the state would cosign a second past (docs/operations.md, "Have the audit log
# witnessed"). What others have to know of it stands in /public/key.
set -eu
log=$(cut -d+ -f1 /secrets/log.vkey)
if [ "${1-}" = healthy ]; then
  place=$(printf %s "$log" | sha256sum | cut -c1-64)
  status=$(curl --silent --max-time 3 --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:8087/$place/checkpoint")
  # 404: nothing was cosigned yet
  [ "$status" = 200 ] || [ "$status" = 404 ]
else
  exec java -Xms16m -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError \
    -cp '/jikim/lib/*' io.jikim.verifier.Witness \
    --name "$log/witness" --state /state --log /secrets/log.vkey --listen 0.0.0.0:8087 --publish /public/key
fi
