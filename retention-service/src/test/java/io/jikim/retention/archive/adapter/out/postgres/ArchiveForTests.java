package io.jikim.retention.archive.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.testkit.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// The real archive database of the stack, without the service around it.
public final class ArchiveForTests {
    private static final Map<String, String> SETTINGS =
            LocalStack.shared().environment("retention-service");
    private static final AgroalDataSource DATABASE = open();

    private ArchiveForTests() {}

    private static AgroalDataSource open() {
        var owned = ArchiveSchema.owned(url(), setting("JIKIM_ARCHIVE_OWNER_PASSWORD"));
        owned.migrate();
        ArchiveSchema.timeMoves(owned, true);
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .connectionPoolConfiguration(pool ->
                                    pool.maxSize(8)
                                            .connectionFactoryConfiguration(to ->
                                                    to.jdbcUrl(url())
                                                            .principal(
                                                                    new NamePrincipal(
                                                                            "archive_app"))
                                                            .credential(
                                                                    new SimplePassword(
                                                                            setting(
                                                                                    "JIKIM_ARCHIVE_PASSWORD"))))));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static Archive archive(MemoryKeys keys) {
        return new PostgresArchive(new ArchiveDatabase(DATABASE), keys, (_, _) -> {});
    }

    public static ArchiveHolds holds() {
        return new PostgresArchiveHolds(new ArchiveDatabase(DATABASE));
    }

    /// A connection of any role of the stack, whose passwords are the roles' names.
    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, role);
    }

    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                url(), "archive_owner", setting("JIKIM_ARCHIVE_OWNER_PASSWORD"));
    }

    private static String url() {
        return setting("JIKIM_ARCHIVE_URL");
    }

    private static String setting(String name) {
        String value = SETTINGS.get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " in " + SETTINGS.keySet());
        }
        return value;
    }
}
