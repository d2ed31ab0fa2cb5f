package io.jikim.journeys.drill;

import io.jikim.journeys.Api;
import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.Ledger;
import io.jikim.journeys.Patience;
import java.util.Map;

/// consent-service's database is replaced under it by an older copy. The service notices that more
/// was told in its name than it knows, and says nothing until a person opens a new epoch.
final class OlderCopy {

    private static final String DATABASE = "consent";

    private OlderCopy() {}

    static void comesBack(Field field) {
        var ledger = new Ledger(field.scene().stage());
        copy(ledger);
        // told, and forgotten with the database that knew it
        field.crowd()
                .members()
                .forEach(
                        member -> member.subject().decide("ADMINISTRATOR", "advertising", "GIVEN"));
        Patience.until(
                "what the copy does not know is told",
                Field.SOON,
                () -> ledger.rows(DATABASE, "select 1 from outbox limit 1").isEmpty());
        try (var bus = new Bus(field.scene().stage())) {
            bus.awaitReaders();
        }
        replace(ledger);
        var operator = field.scene().cast().as(Person.OPERATOR, "JIKIM_CONSENT_URL");
        Patience.until(
                "consent-service falls silent", Field.SOON, () -> !epochs(operator).speaks());
        operator.post(
                        "/v1/ops/epochs",
                        Map.of("epoch", epochs(operator).next(), "reason", "RESTORED_FROM_BACKUP"))
                .expect(200, "opening an epoch");
        field.terminateAll();
    }

    private record Epochs(boolean speaks, int next) {}

    // until the pool has the new database a request may fail
    private static Epochs epochs(Api operator) {
        var answer = operator.get("/v1/ops/epochs");
        return answer.status() == 200
                ? new Epochs(
                        answer.json().path("speaks").asBoolean(),
                        answer.json().path("next").asInt())
                : new Epochs(true, 0);
    }

    private static void copy(Ledger ledger) {
        close(ledger);
        ledger.change(
                "postgres",
                "create database %1$s_copy template %1$s owner %1$s_owner".formatted(DATABASE));
        ledger.change("postgres", "alter database %s allow_connections true".formatted(DATABASE));
    }

    private static void replace(Ledger ledger) {
        close(ledger);
        ledger.change(
                "postgres",
                "update pg_database set datacl = (select datacl from pg_database where datname = ?) where datname = ?",
                DATABASE,
                DATABASE + "_copy");
        ledger.change("postgres", "alter database %1$s rename to %1$s_lost".formatted(DATABASE));
        ledger.change("postgres", "alter database %1$s_copy rename to %1$s".formatted(DATABASE));
        ledger.change("postgres", "drop database %s_lost".formatted(DATABASE));
    }

    /// Nobody is in it, and nobody comes in.
    private static void close(Ledger ledger) {
        ledger.change("postgres", "alter database %s allow_connections false".formatted(DATABASE));
        ledger.rows(
                "postgres",
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?",
                DATABASE);
    }
}
