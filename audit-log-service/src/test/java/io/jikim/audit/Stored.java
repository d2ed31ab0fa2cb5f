package io.jikim.audit;

import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks into the database as its superuser, past the service.
final class Stored {
    private Stored() {}

    static List<String> texts(String sql) {
        var url = LocalStack.shared().superuserUrl("audit");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String sql) {
        return texts(sql).getFirst();
    }

    static long number(String sql) {
        return Long.parseLong(text(sql));
    }
}
