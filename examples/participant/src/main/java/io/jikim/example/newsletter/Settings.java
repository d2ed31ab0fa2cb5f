package io.jikim.example.newsletter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// Where this service finds its database, the broker, Jikim's retention-service and its own login.
record Settings(
        Database database,
        Map<String, Object> kafka,
        URI retention,
        Login login,
        String tenant,
        Path key) {

    record Database(String url, String user, String password) {}

    /// A client-credentials login; `issuer` is the realm's address.
    record Login(URI issuer, String clientId, String secret) {}

    /// The name under which the service acknowledges and appears on certificates.
    static final String NAME = "newsletter";

    static Settings from(Map<String, String> environment) throws IOException {
        return new Settings(
                new Database(
                        need(environment, "NEWSLETTER_DB_URL"),
                        need(environment, "NEWSLETTER_DB_USER"),
                        need(environment, "NEWSLETTER_DB_PASSWORD")),
                kafka(environment),
                URI.create(need(environment, "JIKIM_RETENTION_URL")),
                new Login(
                        URI.create(need(environment, "JIKIM_OIDC_URL")),
                        need(environment, "NEWSLETTER_CLIENT_ID"),
                        need(environment, "NEWSLETTER_CLIENT_SECRET")),
                need(environment, "NEWSLETTER_TENANT"),
                Path.of(need(environment, "NEWSLETTER_KEY")));
    }

    /// The broker's address, and where it asks who is there, the account's client properties.
    private static Map<String, Object> kafka(Map<String, String> environment) throws IOException {
        var kafka = new HashMap<String, Object>();
        var file = environment.get("JIKIM_KAFKA_ACCOUNT");
        if (file != null) {
            var account = new Properties();
            try (var reader = Files.newBufferedReader(Path.of(file))) {
                account.load(reader);
            }
            account.forEach((name, value) -> kafka.put(name.toString(), value));
        }
        kafka.put("bootstrap.servers", need(environment, "JIKIM_KAFKA"));
        return kafka;
    }

    private static String need(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set " + name);
        }
        return value;
    }
}
