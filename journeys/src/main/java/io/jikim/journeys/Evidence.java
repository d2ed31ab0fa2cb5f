package io.jikim.journeys;

import static io.jikim.journeys.Scene.SOON;

import io.jikim.journeys.Cast.Person;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last chapter: what stays and why, and what anybody can check without asking.
record Evidence(Scene scene, Narrator narrator) {

    void checkArchive(Subject her) {
        narrator.step("What the law keeps stands in the separate archive only");
        var records = scene.archived(her);
        var untils = new TreeMap<String, List<String>>();
        for (var record : records) {
            untils.computeIfAbsent(record.path("category").asText(), _ -> new ArrayList<>())
                    .add(record.path("until").asText());
        }
        untils.forEach((category, dates) ->
                narrator.note(category + ": until " + dates.stream().sorted().toList()));
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        var payments = untils.getOrDefault("payment-records", List.of());
        narrator.check(
                payments.stream()
                                .anyMatch(until ->
                                        until.startsWith(
                                                today.plusYears(5).toString().substring(0, 7)))
                        && payments.stream()
                                .anyMatch(until ->
                                        until.startsWith(
                                                today.plusYears(1).toString().substring(0, 4))),
                "of her payments today's stays five years, the one four years old one more year");
        narrator.check(
                payments.stream().noneMatch(until -> LocalDate.parse(until).isBefore(today)),
                "the one six years old was destroyed at once");
        narrator.check(
                untils.keySet().containsAll(List.of("contract-records", "complaint-records")),
                "contracts and complaints stand there under their own laws");
    }

    void checkCertificate(Case erasure) throws IOException {
        narrator.step("The certificate is checked offline");
        var bundle =
                erasure.certificate(
                        "a certificate with its log proof",
                        SOON,
                        found -> found.path("log").has("entry"));
        var file = scene.output.resolve("certificate.json");
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bundle);
        narrator.note(
                "overall level "
                        + bundle.path("certificate").path("level").asText()
                        + ", saved as "
                        + file);
        var key = scene.stage.keys().resolve("certificate.pub.pem");
        var good = scene.programs.verify(file, key);
        good.output().lines().forEach(narrator::note);
        narrator.check(good.exit() == 0, "it verifies with the key obtained apart from it");
        var forgery = new Forgery(bundle, scene.output);
        narrator.check(
                scene.programs.verify(forgery.flipped(), key).exit() == 1,
                "one flipped byte fails");
        narrator.check(
                scene.programs.verify(forgery.resigned(), key).exit() == 1,
                "a re-signing under another key fails");
        narrator.check(
                scene.programs.verify(forgery.rubbish(), key).exit() == 2,
                "an unreadable file is 2");
    }

    void letTimePass(Subject her, Case erasure) {
        narrator.step("Business time moves past the last period");
        scene.cast
                .retention(Person.ADMIN)
                .put("/v1/local/business-clock", Map.of("advance", "P6Y"))
                .expect(200, "moving the business time of the tenant");
        Patience.until(
                "the archive rows destroyed",
                SOON,
                () -> {
                    for (var record : scene.archived(her)) {
                        if (!record.hasNonNull("destroyedAt")) {
                            return false;
                        }
                    }
                    return true;
                });
        narrator.found("the archived records were destroyed by themselves");
        erasure.certificate(
                "a certificate on which nothing stays archived",
                SOON,
                found ->
                        found.path("certificate").path("revision").asInt() > 1
                                && !found.path("certificate")
                                        .path("stays")
                                        .toString()
                                        .contains("ARCHIVED"));
        narrator.found("a new revision of the certificate says so: nothing of hers stays archived");
    }
}
