#!/bin/sh
# Makes the key material that is missing in the volume that only the services read, and lays its public halves out for
# everyone: whoever checks a certificate needs certificate.pub.pem from a place that the certificate's sender does not choose.
set -eu
java -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp 'classes:lib/*' io.jikim.localstack.Piece keys /keys
chown -R jikim:jikim /keys
for key in /keys/*.pub.pem; do
  install -m 0644 "$key" /public/
done
