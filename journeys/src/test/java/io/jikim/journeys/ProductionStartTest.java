package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged services under the profile of production.
class ProductionStartTest {

    private static final Map<String, String> ROLES =
            Map.of(
                    "JIKIM_DB_PASSWORD", "audit_app",
                    "JIKIM_DB_OWNER_PASSWORD", "audit_owner",
                    "JIKIM_DB_RELAY_PASSWORD", "audit_relay",
                    "JIKIM_KEYS_PASSWORD", "keys_audit",
                    "JIKIM_KEYS_OWNER_PASSWORD", "keys_owner");

    private final RunningStack stack = RunningStack.shared();

    @TempDir Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consent-service",
                "identity-verification-service",
                "audit-log-service",
                "retention-service"
            })
    void no_service_starts_with_the_secrets_of_the_local_stack(String service) throws Exception {
        var settings = new LinkedHashMap<>(ROLES);
        settings.remove("JIKIM_KEYS_PASSWORD");
        settings.put("JIKIM_OIDC_SECRET", service + "-secret");
        settings.put("QUARKUS_PROFILE", "prod");
        var process = start(service, settings);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(78);
        assertThat(said())
                .contains(
                        "JIKIM_DB_PASSWORD is an example",
                        "JIKIM_KEYS_PASSWORD is missing",
                        "JIKIM_OIDC_SECRET is an example")
                .doesNotContain("audit_app", "-secret");
    }

    @Test
    void with_secrets_of_its_own_a_service_starts() throws Exception {
        stack.stop("audit-log-service");
        Process process = null;
        try {
            var settings = addresses();
            for (var name : ROLES.keySet()) {
                settings.put(name, secret(name));
            }
            settings.put("JIKIM_OIDC_SECRET", secret("JIKIM_OIDC_SECRET"));
            passwords(settings);
            int port = freePort();
            settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            process = start("audit-log-service", settings);

            Patience.until(
                    "the audit log in production",
                    Duration.ofSeconds(120),
                    () -> answers("http://localhost:" + port + "/q/health/ready"));
        } finally {
            if (process != null) {
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
            }
            passwords(ROLES);
            stack.start("audit-log-service");
        }
    }

    private Map<String, String> addresses() {
        var stage = stack.stage();
        var live = stage.get("JIKIM_LIVE_ADMIN_URL").replaceFirst("/postgres\\?.*", "/");
        var keys = stage.get("JIKIM_KEYS_ADMIN_URL").replaceFirst("/postgres\\?.*", "/");
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("JIKIM_KAFKA", stage.get("JIKIM_KAFKA"));
        addresses.put("JIKIM_OIDC_URL", stage.get("JIKIM_OIDC_URL"));
        addresses.put("JIKIM_KEYS_DIR", stage.keys().toString());
        addresses.put("JIKIM_DB_URL", live + "audit");
        addresses.put("JIKIM_KEYS_URL", keys + "keys");
        addresses.put("JIKIM_OIDC_CLIENT_ID", "audit-log-service");
        addresses.put("JIKIM_LOG_ORIGIN", "jikim.local/log");
        addresses.put("QUARKUS_PROFILE", "prod");
        return addresses;
    }

    private void passwords(Map<String, String> secrets) throws SQLException {
        for (var role : ROLES.entrySet()) {
            var cluster =
                    role.getKey().contains("KEYS")
                            ? "JIKIM_KEYS_ADMIN_URL"
                            : "JIKIM_LIVE_ADMIN_URL";
            try (var database = DriverManager.getConnection(stack.stage().get(cluster));
                    var statement = database.createStatement()) {
                statement.execute(
                        "alter role %s password '%s'"
                                .formatted(role.getValue(), secrets.get(role.getKey())));
            }
        }
    }

    private Process start(String service, Map<String, String> settings) throws IOException {
        var jar = stack.stage().root().resolve(service + "/target/quarkus-app/quarkus-run.jar");
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx256m",
                                "-jar",
                                jar.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.resolve("said").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JIKIM_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(output.resolve("said"));
    }

    private static String secret(String name) {
        return "wQ7z-Lp3v_Xk9-" + Integer.toHexString(name.hashCode());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String address) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
