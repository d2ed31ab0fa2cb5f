package io.jikim.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/// Runs the script on 8 connections, where there is no pgbench.
record JdbcLimit(String superuser) implements Limit {

    @Override
    public String name() {
        return "JDBC";
    }

    @Override
    public double perSecond(String text, int seconds) throws InterruptedException {
        var script = Script.parse(text);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long events = 0;
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Callable<Long>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(() -> client(script, end));
            }
            for (var client : pool.invokeAll(clients)) {
                events += client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The limit cannot be measured", e.getCause());
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private long client(Script script, long end) throws SQLException {
        // a variable is text, as pgbench has it; the server finds its type
        try (var connection = DriverManager.getConnection(superuser + "&stringtype=unspecified")) {
            var prepared = prepare(connection, script);
            long events = 0;
            while (System.nanoTime() < end) {
                once(script, prepared);
                events++;
            }
            return events;
        }
    }

    private static ArrayList<PreparedStatement> prepare(Connection connection, Script script)
            throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (var statement : script.statements()) {
            prepared.add(connection.prepareStatement(statement.sql()));
        }
        return prepared;
    }

    private static void once(Script script, ArrayList<PreparedStatement> prepared)
            throws SQLException {
        Map<String, String> values = new HashMap<>();
        values.put(
                script.variable(),
                String.valueOf(
                        ThreadLocalRandom.current().nextInt(script.first(), script.last() + 1)));
        for (int i = 0; i < prepared.size(); i++) {
            run(script.statements().get(i), prepared.get(i), values);
        }
    }

    private static void run(
            Script.Statement statement, PreparedStatement prepared, Map<String, String> values)
            throws SQLException {
        for (int i = 0; i < statement.variables().size(); i++) {
            prepared.setString(i + 1, values.get(statement.variables().get(i)));
        }
        prepared.execute();
        if (statement.keeps()) {
            try (var row = prepared.getResultSet()) {
                row.next();
                var columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnLabel(i), row.getString(i));
                }
            }
        }
    }
}
