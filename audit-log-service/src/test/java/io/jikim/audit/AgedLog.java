package io.jikim.audit;

import io.jikim.audit.domain.Fact;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.ProjectRoot;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service on a log of its own, which may grow old: the other tests read theirs from the
/// beginning.
public final class AgedLog implements QuarkusTestProfile {
    static final String DATABASE = "aged";

    @Override
    public Map<String, String> getConfigOverrides() {
        var url = make();
        var settings = new HashMap<String, String>();
        settings.put("jikim.database", DATABASE);
        settings.put("jikim.audit.two-year-tenants", "many");
        settings.put("jikim.audit.age-every", "off");
        // it hears what is new and would miss what was told before
        settings.put("jikim.messaging.heartbeat-every", "off");
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.password", DATABASE + "_app");
        settings.put("quarkus.datasource.system.jdbc.url", url);
        settings.put("quarkus.datasource.system.password", DATABASE + "_relay");
        settings.put("quarkus.flyway.jdbc-url", url);
        settings.put("quarkus.flyway.password", DATABASE + "_owner");
        settings.put("quarkus.datasource.keys.username", "keys_audit");
        settings.put("mp.messaging.incoming.facts.group.id", DATABASE);
        settings.put("mp.messaging.incoming.facts.auto.offset.reset", "latest");
        return settings;
    }

    /// Everything in the log was taken in so much earlier.
    public static void age(String interval) {
        var log = Stored.in(DATABASE);
        log.change(
                "update checkpoint set signed_at = signed_at - interval '" + interval + "'",
                "checkpoint");
        log.change("update log_month set month = month - interval '" + interval + "'", "log_month");
        log.change("update pruned_month set at = at - interval '" + interval + "'", "pruned_month");
    }

    public static String one(String sql) {
        return Stored.in(DATABASE).one(sql);
    }

    public static List<String> all(String sql) {
        return Stored.in(DATABASE).all(sql);
    }

    public static void change(String sql) {
        Stored.in(DATABASE).change(sql);
    }

    /// Facts that nothing was told of before.
    public static List<Fact> facts(int count) {
        return Facts.withAccesses(count);
    }

    static String superuserUrl() {
        return LocalStack.shared().superuserUrl(DATABASE);
    }

    /// Roles and rights are those of the log in `deploy/postgres`, under another name.
    private static String make() {
        var stack = LocalStack.shared();
        if (!exists(stack.superuserUrl("postgres"))) {
            var lines = lines();
            int inside = lines.indexOf("\\connect audit");
            run(stack.superuserUrl("postgres"), lines.subList(0, inside));
            run(superuserUrl(), lines.subList(inside, lines.size()));
        }
        return stack.environment("audit-log-service")
                .get("JIKIM_DB_URL")
                .replaceFirst("/audit$", "/" + DATABASE);
    }

    private static boolean exists(String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select from pg_database where datname = '" + DATABASE + "'")) {
            return found.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ProjectRoot.find().resolve("deploy/postgres/live.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String url, List<String> lines) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var line : lines) {
                if (line.contains("audit_") && !line.startsWith("--")) {
                    statement.execute(
                            line.replaceAll("\\$\\{AUDIT_([A-Z]+)_PASSWORD}", "audit_$1")
                                    .replace("audit", DATABASE)
                                    .replace("_APP", "_app")
                                    .replace("_OWNER", "_owner")
                                    .replace("_RELAY", "_relay"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
