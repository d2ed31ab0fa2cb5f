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
COPY deploy/compose/service.sh ./
USER jikim
# glibc keeps a memory arena per core and thread otherwise, tens of megabytes that nobody uses
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 MALLOC_ARENA_MAX=2
EXPOSE 8080
ENTRYPOINT ["/jikim/service.sh"]
