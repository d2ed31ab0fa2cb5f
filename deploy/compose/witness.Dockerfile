# The installation's own witness of the audit log, from the verifier that ./jikim package made.
FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 jikim && useradd --uid 10001 --gid jikim --no-create-home --home-dir /jikim jikim
# a new volume takes over whose its mount point is
RUN mkdir --mode=0700 /state && mkdir /public && chown jikim:jikim /state /public
WORKDIR /jikim
COPY verifier/target/verifier/ lib/
COPY deploy/compose/witness.sh ./
USER jikim
EXPOSE 8087
ENTRYPOINT ["/jikim/witness.sh"]
