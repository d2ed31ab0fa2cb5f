package io.jikim.platform.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.LocalStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class KeyMigrationTest {

    private final Path migrations = Path.of("src/main/resources/db/keys");

    @Test
    void four_services_that_start_at_once_make_the_tables_once() throws Exception {
        var settings = LocalStack.shared().environment("consent-service");
        String schema = "at_once_" + UUID.randomUUID().toString().replace("-", "");
        List<Future<Integer>> running = new ArrayList<>();
        try (var services = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                running.add(
                        services.submit(() ->
                                Flyway.configure()
                                        .dataSource(
                                                settings.get("JIKIM_KEYS_URL"),
                                                "keys_owner",
                                                settings.get("JIKIM_KEYS_OWNER_PASSWORD"))
                                        .schemas(schema)
                                        .locations("filesystem:" + migrations)
                                        .load()
                                        .migrate()
                                        .migrationsExecuted));
            }
        }

        int executed = 0;
        for (var service : running) {
            executed += service.get();
        }
        try (var each = Files.list(migrations)) {
            assertThat(executed).isEqualTo((int) each.count());
        }
    }
}
