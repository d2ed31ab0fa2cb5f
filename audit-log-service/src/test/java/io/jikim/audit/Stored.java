package io.jikim.audit;

import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Looks into a database as its superuser, past the service.
record Stored(String database) {
    private static final Stored AUDIT = new Stored("audit");

    static Stored in(String database) {
        return new Stored(database);
    }

    static List<String> texts(String sql) {
        return AUDIT.all(sql);
    }

    static String text(String sql) {
        return AUDIT.one(sql);
    }

    static long number(String sql) {
        return AUDIT.count(sql);
    }

    List<String> all(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String one(String sql) {
        return all(sql).getFirst();
    }

    long count(String sql) {
        return Long.parseLong(one(sql));
    }

    /// Of an expression that gives bytes.
    byte[] bytes(String column, String rest) {
        return Base64.getMimeDecoder()
                .decode(one("select encode(" + column + ", 'base64') " + rest));
    }

    /// Changes what no service may change: the triggers of these tables are off meanwhile.
    void change(String sql, String... tables) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var table : tables) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(sql);
            for (var table : tables) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String url() {
        return LocalStack.shared().superuserUrl(database);
    }
}
