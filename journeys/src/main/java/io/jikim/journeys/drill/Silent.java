package io.jikim.journeys.drill;

import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.Ledger;
import io.jikim.journeys.Patience;
import io.jikim.journeys.Told;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A participant says nothing until the deadline is over. Every case is named overdue, and the
/// participant with it; when it comes back, they end.
final class Silent {

    private static final String PAST_THE_DEADLINE = "P6D";

    private Silent() {}

    static void untilOverdue(Field field) throws Exception {
        var scene = field.scene();
        scene.startNewsletter();
        scene.killNewsletter();
        field.terminateAll();
        var ledger = new Ledger(scene.stage());
        awaitCases(field, ledger, "every case ordered", "state = 'ORDERED'");
        scene.cast()
                .retention(Person.ADMIN)
                .put("/v1/local/business-clock", Map.of("advance", PAST_THE_DEADLINE))
                .expect(200, "moving the business time of the tenant");
        awaitCases(field, ledger, "every case overdue", "overdue_at is not null");
        Patience.until(
                "every case told as overdue", Field.SOON, () -> told(field).equals(refs(field)));
        scene.resumeNewsletter();
        awaitCases(field, ledger, "every case certified", "state = 'CERTIFIED'");
    }

    private static void awaitCases(Field field, Ledger ledger, String what, String which) {
        var tenant = field.scene().cast().tenant();
        Patience.until(
                what,
                Field.SOON,
                () ->
                        ledger.rows(
                                                "retention",
                                                "select id from erasure where tenant = ? and "
                                                        + which,
                                                tenant)
                                        .size()
                                == field.crowd().members().size());
    }

    /// Of whom it was told that her case is overdue because of the newsletter service.
    private static Set<String> told(Field field) {
        return Told.about(field.scene().cast().tenant(), field.scene().stage().get("JIKIM_KAFKA"))
                .stream()
                .filter(record -> record.fact().equals("erasure.overdue"))
                .filter(record -> record.data().toString().contains("\"newsletter\""))
                .map(Told::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> refs(Field field) {
        return field.crowd().members().stream()
                .map(member -> member.subject().ref().toString())
                .collect(Collectors.toSet());
    }
}
