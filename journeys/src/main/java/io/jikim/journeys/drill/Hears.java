package io.jikim.journeys.drill;

import io.jikim.journeys.stack.Said;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Moments of Jikim's work, as a wire hears them.
final class Hears {

    private Hears() {}

    /// The broker has the events, and the relay is about to strike them out.
    static Predicate<Said> strikingOut() {
        return said ->
                said instanceof Said.Statement(_, var sql, _) && sql.contains("delete from outbox");
    }

    /// The relay has struck out what the broker has.
    static Predicate<Said> struckOut() {
        Set<Long> striking = ConcurrentHashMap.newKeySet();
        return said ->
                switch (said) {
                    case Said.Statement(var connection, var sql, _) -> {
                        if (sql.contains("delete from outbox")) {
                            striking.add(connection);
                        }
                        yield false;
                    }
                    case Said.Completed(var connection, var tag) ->
                            tag.startsWith("INSERT ") && striking.remove(connection);
                    case Said.Request _ -> false;
                };
    }

    /// A transaction is about to become durable.
    static Predicate<Said> commit() {
        return said ->
                said instanceof Said.Statement(_, var sql, _)
                        && sql.toLowerCase(Locale.ROOT).equals("commit");
    }

    /// A transaction has become durable, and the one who waits for it does not know.
    static Predicate<Said> committed() {
        return said -> said instanceof Said.Completed(_, var tag) && tag.equals("COMMIT");
    }

    /// An event has had its effect for good, and its offset is not committed yet.
    static Predicate<Said> consumed() {
        Set<Long> consuming = ConcurrentHashMap.newKeySet();
        return said ->
                switch (said) {
                    case Said.Statement(var connection, var sql, _) -> {
                        if (sql.contains("insert into inbox")) {
                            consuming.add(connection);
                        }
                        yield false;
                    }
                    case Said.Completed(var connection, var tag) ->
                            (tag.equals("COMMIT") || tag.equals("ROLLBACK"))
                                    && consuming.remove(connection)
                                    && tag.equals("COMMIT");
                    case Said.Request _ -> false;
                };
    }

    /// A fact of this type is about to enter the outbox.
    static Predicate<Said> announcing(String fact) {
        return said ->
                said instanceof Said.Statement(_, var sql, var values)
                        && sql.contains("insert into outbox")
                        && values.contains("io.jikim." + fact + ".v1");
    }

    /// A fact of this type is on its way to the broker.
    static Predicate<Said> telling(String fact) {
        return said ->
                said instanceof Said.Request(_, var api, var bytes)
                        && api == Said.Request.PRODUCE
                        && bytes.contains("io.jikim." + fact + ".v1");
    }
}
