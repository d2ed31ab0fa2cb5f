# One of Jikim's services, from the jars that ./jikim package made: --build-arg SERVICE=consent-service
FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 jikim && useradd --uid 10001 --gid jikim --no-create-home --home-dir /jikim jikim
ARG SERVICE
WORKDIR /jikim
# what changes least comes first; the files stay root's, so that the service cannot change its own code
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar ./
COPY ${SERVICE}/target/quarkus-app/app/ app/
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
USER jikim
# glibc keeps a memory arena per core and thread otherwise, tens of megabytes that nobody uses
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 MALLOC_ARENA_MAX=2
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=4s --start-period=90s --retries=6 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/q/health/ready"]
# without -Xms the JVM of a large machine begins with all of -Xmx, and touches it
ENTRYPOINT ["java", "-Xms32m", "-Xmx160m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "quarkus-run.jar"]
