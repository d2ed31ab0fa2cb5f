# Keycloak with Jikim's realm, made ready for PostgreSQL so that it starts on a read-only file system.
FROM keycloak/keycloak:26.7.3
ENV KC_DB=postgres KC_CACHE=local KC_HEALTH_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build
COPY deploy/keycloak/jikim-realm.json /opt/keycloak/data/import/
COPY deploy/compose/keycloak.sh /opt/jikim/
ENTRYPOINT ["/bin/bash", "/opt/jikim/keycloak.sh"]
