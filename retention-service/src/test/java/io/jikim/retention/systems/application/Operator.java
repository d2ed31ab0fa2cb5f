package io.jikim.retention.systems.application;

import io.jikim.examples.ompass.Marker;
import io.jikim.examples.ompass.OmpassData;
import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.retention.systems.domain.Login;
import io.jikim.testkit.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// OMPASS's own database, freshly made beside the stack's databases, and an account for Jikim in
/// it.
final class Operator {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Seoul"));
    static final List<String> TABLES =
            List.of(
                    "administrators",
                    "sub_administrators",
                    "applications",
                    "users",
                    "contracts",
                    "payments",
                    "refunds",
                    "complaints",
                    "complaint_replies",
                    "login_logs",
                    "visit_logs",
                    "policy_logs",
                    "cookies",
                    "marketing_preferences");

    final Marker marker;
    final Login login;

    private Operator(Marker marker, Login login) {
        this.marker = marker;
        this.login = login;
    }

    static Operator with(int people) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        var marker = Marker.tagged(tag);
        String name = "operator_" + tag;
        try (var admin = DriverManager.getConnection(LocalStack.shared().superuserUrl("postgres"));
                var statement = admin.createStatement()) {
            statement.execute("create role " + name + " login password '" + name + "'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        String url = LocalStack.shared().superuserUrl(name).replaceFirst("\\?.*", "");
        var operator = new Operator(marker, new Login(url, name, name));
        try (var connection = operator.connect()) {
            OmpassDatabase.load(connection, new OmpassData(people, 7, TODAY, marker));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return operator;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String query) {
        return Long.parseLong(column("select count(*) from " + query).getFirst());
    }

    List<String> column(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Every row of a table by its key, written out.
    Map<String, String> rows(String table) {
        String key = table.equals("marketing_preferences") ? "administrator_id" : "id";
        var rows = new TreeMap<String, String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select "
                                        + key
                                        + "::text, to_jsonb(t)::text from "
                                        + table
                                        + " t")) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /// `table.column` of every place in the whole database where the value stands.
    List<String> places(String value) {
        var places = new ArrayList<String>();
        for (String table : TABLES) {
            rows(table)
                    .forEach((key, row) -> {
                        if (row.contains(value)) {
                            places.add(table + " " + key);
                        }
                    });
        }
        return places;
    }
}
