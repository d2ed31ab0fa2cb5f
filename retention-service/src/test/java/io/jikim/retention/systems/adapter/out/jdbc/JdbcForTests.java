package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.systems.application.port.OperatorDatabases;

public final class JdbcForTests {
    private JdbcForTests() {}

    public static OperatorDatabases operatorDatabases() {
        return new PostgresOperatorDatabases(30);
    }
}
