# Keycloak with Jikim's realm, and a place for its accounts that its user may write to: a new volume takes over its owner.
FROM keycloak/keycloak:26.7.3
RUN mkdir -p /opt/keycloak/data/h2
COPY deploy/keycloak/jikim-realm.json deploy/keycloak/local/jikim-users-0.json /opt/keycloak/data/import/
