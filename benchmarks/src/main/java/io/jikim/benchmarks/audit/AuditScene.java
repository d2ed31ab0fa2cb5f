package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Effort;
import io.jikim.benchmarks.LocalStack;
import io.jikim.benchmarks.SmallService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// What runs while it is measured.
///
/// @param data a directory that is deleted in the end
record AuditScene(LocalStack stack, SmallService service, Path data) {

    static final String TENANT = "ompass";

    Connection database() throws SQLException {
        return DriverManager.getConnection(address());
    }

    String address() {
        return stack.superuser("audit");
    }

    long number(String sql) throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    long size() throws SQLException {
        return number("select size from log_state");
    }

    Effort effort() throws SQLException {
        return Effort.now(
                stack,
                Map.of("cpuService", service.process(), "cpuThisProgram", ProcessHandle.current()));
    }
}
