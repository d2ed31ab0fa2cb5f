package io.jikim.journeys.drill;

import io.jikim.journeys.Api;
import io.jikim.journeys.Case;
import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.Crowd.Member;
import io.jikim.journeys.Scene;
import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.Wire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What somebody else does at the worst moment of a case.
final class Rivals {

    private static final String CATEGORY = "payment-records";

    private Rivals() {}

    /// A hold is asked for at the very commit that orders destruction. Whether it comes first or
    /// last, what it names is either kept under it or was gone before it stood, and its release
    /// finishes the erasure.
    static void hold(Field field) throws Exception {
        var scene = field.scene();
        var her = field.crowd().members().getFirst();
        var asked = new CompletableFuture<Api.Answer>();
        var trap =
                field.stack()
                        .databaseOf("retention-service")
                        .at(
                                1,
                                Hears.announcing("erasure.ordered"),
                                () -> {
                                    Thread.ofVirtual()
                                            .start(() -> asked.complete(placeHold(scene, her)));
                                    return Wire.Fate.PASSES;
                                });
        scene.terminate(her.subject()).expect(200, "a termination");
        Field.require(trap, "no order was given");
        var hold =
                asked.get(Field.SOON.toSeconds(), TimeUnit.SECONDS).expect(201, "placing a hold");
        var erasure = Case.of(scene.cast(), her.subject().ref(), "MEMBERSHIP");
        var first = erasure.certificate("a first certificate", Field.SOON, _ -> true);
        var kept = scene.cast().databases().count(payments(her)) > 0;
        if (kept != first.toString().contains("HELD")) {
            throw new StoryBroken(
                    "The certificate says %s HELD, and her payments are %s"
                            .formatted(kept ? "nothing of" : "", kept ? "there" : "gone"));
        }
        scene.cast()
                .retention(Person.CUSTODIAN)
                .post("/v1/holds/" + hold.json().get("id").asText() + "/release", Map.of())
                .expect(200, "releasing the hold");
        field.terminateAll();
    }

    private static Api.Answer placeHold(Scene scene, Member her) {
        return scene.cast()
                .retention(Person.CUSTODIAN)
                .post(
                        "/v1/holds",
                        Map.of(
                                "subjectRef",
                                her.subject().ref(),
                                "categories",
                                List.of(CATEGORY),
                                "matter",
                                "2026-GA-1042"));
    }

    private static String payments(Member her) {
        return "payments p join contracts c on c.id = p.contract_id where c.administrator_id = "
                + her.row();
    }

    /// Cases that are open do not wait for a participant that joins later.
    static void participant(Field field) throws Exception {
        var asked = new CompletableFuture<Api.Answer>();
        var trap =
                field.stack()
                        .databaseOf("retention-service")
                        .at(
                                field.crowd().members().size(),
                                Hears.announcing("erasure.opened"),
                                () -> {
                                    Thread.ofVirtual()
                                            .start(() -> asked.complete(register(field.scene())));
                                    return Wire.Fate.PASSES;
                                });
        field.terminateAll();
        Field.require(trap, "no case was opened");
        asked.get(Field.SOON.toSeconds(), TimeUnit.SECONDS)
                .expect(200, "registering a participant");
    }

    private static Api.Answer register(Scene scene) {
        return scene.cast()
                .retention(Person.ADMIN)
                .post(
                        "/v1/participants",
                        Map.of(
                                "name",
                                "late-comer",
                                "publicKey",
                                PublicKeys.ed25519(),
                                "categories",
                                List.of("cookie-records")));
    }
}
