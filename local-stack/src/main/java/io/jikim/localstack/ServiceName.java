package io.jikim.localstack;

import java.util.Arrays;
import java.util.List;

/// Jikim's four services: their name, their database and the port they listen on by default.
enum ServiceName {
    CONSENT("consent-service", "consent", 8081),
    IDENTITY("identity-verification-service", "identity", 8082),
    AUDIT("audit-log-service", "audit", 8083),
    RETENTION("retention-service", "retention", 8084);

    private final String text;
    private final String database;
    private final int defaultPort;

    ServiceName(String text, String database, int defaultPort) {
        this.text = text;
        this.database = database;
        this.defaultPort = defaultPort;
    }

    String text() {
        return text;
    }

    String database() {
        return database;
    }

    int defaultPort() {
        return defaultPort;
    }

    /// The environment name that tells the others where this one listens.
    String urlVariable() {
        return "JIKIM_" + name() + "_URL";
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ServiceName::text).toList();
    }
}
