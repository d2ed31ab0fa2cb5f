package io.jikim.journeys;

import static io.jikim.journeys.Scene.SOON;

import io.jikim.journeys.Cast.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The second chapter: she joins, is looked at, takes back one consent and has something corrected.
record Membership(Scene scene, Narrator narrator) {

    Subject register() {
        narrator.step("An administrator registers, consents and verifies her address");
        var her = scene.registerHer();
        narrator.found("she is known as " + her.ref + ", which says nothing about her");
        scene.consents(her);
        narrator.check(
                her.decision("advertising").allowed()
                        && !her.decision("personalised-service").allowed(),
                "each consent is her own choice: advertising yes, personalised service no");
        scene.verifyAddress(her);
        narrator.found("the code from the mail verifies her address");
        Patience.until("her login account", SOON, () -> scene.cast.realm.knows(her.ref.toString()));
        narrator.found("her login account at the identity provider is named by that reference");
        return her;
    }

    void openProfile(Subject her) {
        narrator.step("A staff member opens her profile");
        scene.cast
                .identity(Person.STAFF)
                .get("/v1/people/" + her.ref)
                .expect(400, "a read without a reason");
        narrator.found("without a reason the answer is 400");
        var profile = her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
        narrator.check(
                profile.text().contains(scene.cast.marker.email()), "with a reason she is shown");
        var records =
                Patience.find(
                        "the access record",
                        SOON,
                        () -> {
                            var answer =
                                    scene.cast
                                            .audit(Person.AUDITOR)
                                            .get(
                                                    "/v1/access-records?subjectRef=" + her.ref,
                                                    "Jikim-Reason",
                                                    "INSPECTION");
                            return answer.text().contains("CUSTOMER_SUPPORT")
                                    ? Optional.of(answer.json())
                                    : Optional.empty();
                        });
        var reads = 0;
        for (var record : records.get("items")) {
            reads += record.at("/did/reason").asText().equals("CUSTOMER_SUPPORT") ? 1 : 0;
        }
        narrator.check(reads == 1, "one access record: who, whose, when, from where, why");
    }

    void withdrawMarketing(Subject her) {
        narrator.step("She withdraws the advertising consent, and nothing else");
        var cookies = "cookies where administrator_id = " + scene.cast.marker.id();
        var preferences =
                "marketing_preferences where administrator_id = " + scene.cast.marker.id();
        narrator.check(
                scene.cast.databases.count(cookies) > 0
                        && scene.cast.databases.count(preferences) > 0,
                "before: her cookies and advertising preferences stand in OMPASS's database");
        scene.withdraw(her, "advertising");
        narrator.check(
                !her.decision("advertising").allowed() && her.decision("service-supply").allowed(),
                "at once advertising may not use her data, and the service still may");
        var erasure = Case.of(scene.cast, her.ref, "PURPOSE");
        var certificate = erasure.certificate("a certificate for the purpose", SOON, _ -> true);
        narrator.check(
                scene.cast.databases.count(cookies) == 0
                        && scene.cast.databases.count(preferences) == 0,
                "gone: her cookies and advertising preferences");
        narrator.check(
                scene.subscriberIsGone(), "gone: her subscription at the newsletter service");
        narrator.check(
                scene.cast.databases.count(
                                        "login_logs where administrator_id = "
                                                + scene.cast.marker.id())
                                > 0
                        && her.profile("CUSTOMER_SUPPORT").status() == 200,
                "stayed: her profile and login logs, which the service still needs");
        narrator.note("certified: " + certificate.path("certificate").path("level").asText());
        new Post(scene.stage).mailFor(scene.cast.marker.email(), "쿠키");
        narrator.found("the result notice reached her by mail");
    }

    void correct(Subject her) {
        narrator.step("She asks for a correction");
        scene.cast
                .consent(Person.STAFF)
                .post(
                        "/v1/rights-requests",
                        Map.of(
                                "subjectRef",
                                her.ref,
                                "right",
                                "CORRECTION",
                                "items",
                                List.of("phone-number")))
                .expect(201, "a correction request");
        var meanwhile = her.decision("service-supply");
        narrator.check(
                !meanwhile.allowed(),
                "until it is corrected the answer is no: " + meanwhile.because());
        scene.cast
                .identity(Person.STAFF)
                .put(
                        "/v1/people/" + her.ref + "/items/phone-number",
                        Map.of("value", scene.cast.marker.phone() + "9"))
                .expect(200, "correcting the item");
        Patience.until("use resumed", SOON, () -> her.decision("service-supply").allowed());
        narrator.found("corrected, and the answer is yes again");
    }
}
