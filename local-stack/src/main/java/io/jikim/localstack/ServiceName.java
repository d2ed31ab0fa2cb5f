package io.jikim.localstack;

import java.util.Arrays;
import java.util.List;

/// Jikim's four services: their name and their database.
enum ServiceName {
    CONSENT("consent-service", "consent"),
    IDENTITY("identity-verification-service", "identity"),
    AUDIT("audit-log-service", "audit"),
    RETENTION("retention-service", "retention");

    private final String text;
    private final String database;

    ServiceName(String text, String database) {
        this.text = text;
        this.database = database;
    }

    String text() {
        return text;
    }

    String database() {
        return database;
    }

    /// The environment name that tells the others where this one listens.
    String urlVariable() {
        return "JIKIM_" + name() + "_URL";
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ServiceName::text).toList();
    }
}
