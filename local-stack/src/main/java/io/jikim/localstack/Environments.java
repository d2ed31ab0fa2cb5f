package io.jikim.localstack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The configuration that the stack gives to what runs on it; the names are the ones that every
/// service documents.
record Environments(Ports ports, Directories directories, boolean oneCluster) {

    /// What every process on this stack may know.
    Map<String, String> common() {
        var values = new LinkedHashMap<String, String>();
        values.put("QUARKUS_PROFILE", "local");
        values.put("JIKIM_KAFKA", "127.0.0.1:" + ports.of("kafka", "kafka"));
        values.put("JIKIM_OIDC_URL", keycloak() + "/realms/jikim");
        values.put("JIKIM_OIDC_ADMIN_URL", keycloak() + "/admin/realms/jikim");
        values.put("JIKIM_SMTP_HOST", "127.0.0.1");
        values.put("JIKIM_SMTP_PORT", String.valueOf(ports.of("smtp")));
        values.put("JIKIM_MAILBOX_URL", "http://localhost:" + ports.of("mailbox"));
        values.put("JIKIM_KEYS_DIR", directories.keys().toString());
        for (var service : ServiceName.values()) {
            values.put(service.urlVariable(), "http://localhost:" + ports.of(service.text()));
        }
        return values;
    }

    /// What one service gets besides: its databases, its account, its port.
    Map<String, String> of(ServiceName service) {
        var database = service.database();
        var values = new LinkedHashMap<String, String>();
        values.put(
                "JIKIM_DB_URL",
                PostgresCluster.server(ports.of("live", service.text())) + "/" + database);
        values.put("JIKIM_DB_PASSWORD", database + "_app");
        values.put("JIKIM_DB_OWNER_PASSWORD", database + "_owner");
        values.put("JIKIM_DB_RELAY_PASSWORD", database + "_relay");
        values.put("JIKIM_KEYS_URL", cluster("keys") + "/keys");
        values.put("JIKIM_KEYS_PASSWORD", "keys_" + database);
        values.put("JIKIM_KEYS_OWNER_PASSWORD", "keys_owner");
        values.put("JIKIM_ARCHIVE_URL", cluster("archive") + "/archive");
        values.put("JIKIM_ARCHIVE_PASSWORD", "archive_app");
        values.put("JIKIM_ARCHIVE_OWNER_PASSWORD", "archive_owner");
        values.put("JIKIM_OIDC_CLIENT_ID", service.text());
        values.put("JIKIM_OIDC_SECRET", service.text() + "-secret");
        return values;
    }

    /// What a person or a test may use besides, to look into everything; no service gets it.
    Map<String, String> forInspection() {
        var values = new LinkedHashMap<String, String>();
        for (var cluster : new String[] {"live", "archive", "keys"}) {
            values.put(
                    "JIKIM_%s_ADMIN_URL".formatted(cluster.toUpperCase(Locale.ROOT)),
                    cluster(cluster) + "/postgres?user=postgres&password=postgres");
        }
        values.put("JIKIM_KEYCLOAK_URL", keycloak());
        values.put("JIKIM_KEYCLOAK_ADMIN", Keycloak.ADMIN);
        values.put("JIKIM_KEYCLOAK_ADMIN_PASSWORD", Keycloak.ADMIN);
        return values;
    }

    private String cluster(String name) {
        return PostgresCluster.server(ports.of(oneCluster ? "live" : name));
    }

    private String keycloak() {
        return "http://localhost:" + ports.of("keycloak");
    }
}
