# Pieces of the local stack for docker-compose: makes topics and accounts of the broker, catches mail; and the script that hands
# secrets out.
FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 jikim && useradd --uid 10001 --gid jikim --no-create-home --home-dir /jikim jikim
WORKDIR /jikim
COPY local-stack/target/stack/lib/ lib/
COPY local-stack/target/classes/ classes/
COPY deploy/compose/hand-out.sh ./
USER jikim
# the mail server names every recipient at the level below
ENTRYPOINT ["java", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-cp", "classes:lib/*", "io.jikim.localstack.Piece"]
