package io.jikim.journeys;

import static io.jikim.journeys.Scene.SOON;

import io.jikim.journeys.Cast.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The main job, once: from the published policy to a certificate that anyone can check offline.
///
/// Every step is checked by looking, and what is gone is looked for by value over separate
/// connections, never through the service under test.
public final class Story implements AutoCloseable {

    private final Stage stage;
    private final Narrator narrator;
    private final Scene scene;
    private final Cast cast;
    private final Path output;

    public Story(Stage stage, Narrator narrator, Path output) throws IOException {
        this.stage = stage;
        this.narrator = narrator;
        this.output = output;
        scene = new Scene(stage, output);
        cast = scene.cast;
    }

    public void tell(int people) throws IOException, SQLException {
        publishPolicy();
        connectOperator(people);
        var subAdministrator = scene.registerSubAdministrator();
        var her = register();
        openProfile(her);
        withdrawMarketing(her);
        correct(her);
        var erasure = terminate(her);
        checkWhatIsGone(her);
        checkOthers(subAdministrator);
        checkArchive(her);
        checkCertificate(erasure);
        letTimePass(her, erasure);
        narrator.end("The story is true for tenant " + cast.tenant);
    }

    private void publishPolicy() {
        narrator.step("The policy is published");
        cast.prepareAccounts();
        scene.publishPolicy();
        for (var lang : List.of("ko", "en")) {
            var address = stage.get("JIKIM_CONSENT_URL") + scene.policyPath(lang);
            var page =
                    new Api(stage.uri("JIKIM_CONSENT_URL"), () -> "")
                            .get(scene.policyPath(lang))
                            .expect(200, "the policy page");
            narrator.check(
                    page.text().contains("2022") && page.text().contains("payment-records"),
                    "its page in " + lang + " shows the effective date and the rules: " + address);
        }
        var rules = cast.retention(Person.OFFICER).get("/v1/rules").expect(200, "the rules").text();
        narrator.check(
                rules.contains("payment-records") && rules.contains("P3Y"),
                "retention-service obeys the same rules: 5 years, 5 years, 3 years");
    }

    private void connectOperator(int people) throws SQLException, IOException {
        narrator.step("OMPASS's own database and an internal service are connected");
        scene.connectOmpass(people);
        narrator.found(
                "a mapping file connects a PostgreSQL database with "
                        + cast.databases.count("administrators")
                        + " administrators, "
                        + cast.databases.count("users")
                        + " users, "
                        + cast.databases.count("payments")
                        + " payments");
        scene.startNewsletter();
        narrator.found("the newsletter service has registered itself with its key");
    }

    private Subject register() {
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
        Patience.until("her login account", SOON, () -> cast.realm.knows(her.ref.toString()));
        narrator.found("her login account at the identity provider is named by that reference");
        return her;
    }

    private void openProfile(Subject her) {
        narrator.step("A staff member opens her profile");
        cast.identity(Person.STAFF)
                .get("/v1/people/" + her.ref)
                .expect(400, "a read without a reason");
        narrator.found("without a reason the answer is 400");
        var profile = her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
        narrator.check(profile.text().contains(cast.marker.email()), "with a reason she is shown");
        var records =
                Patience.find(
                        "the access record",
                        SOON,
                        () -> {
                            var answer =
                                    cast.audit(Person.AUDITOR)
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

    private void withdrawMarketing(Subject her) {
        narrator.step("She withdraws the advertising consent, and nothing else");
        var cookies = "cookies where administrator_id = " + cast.marker.id();
        var preferences = "marketing_preferences where administrator_id = " + cast.marker.id();
        narrator.check(
                cast.databases.count(cookies) > 0 && cast.databases.count(preferences) > 0,
                "before: her cookies and advertising preferences stand in OMPASS's database");
        scene.withdraw(her, "advertising");
        narrator.check(
                !her.decision("advertising").allowed() && her.decision("service-supply").allowed(),
                "at once advertising may not use her data, and the service still may");
        var erasure = Case.of(cast, her.ref, "PURPOSE");
        var certificate = erasure.certificate("a certificate for the purpose", SOON, _ -> true);
        narrator.check(
                cast.databases.count(cookies) == 0 && cast.databases.count(preferences) == 0,
                "gone: her cookies and advertising preferences");
        narrator.check(
                scene.subscriberIsGone(), "gone: her subscription at the newsletter service");
        narrator.check(
                cast.databases.count("login_logs where administrator_id = " + cast.marker.id()) > 0
                        && her.profile("CUSTOMER_SUPPORT").status() == 200,
                "stayed: her profile and login logs, which the service still needs");
        narrator.note("certified: " + certificate.path("certificate").path("level").asText());
        new Post(stage).mailFor(cast.marker.email(), "쿠키");
        narrator.found("the result notice reached her by mail");
    }

    private void correct(Subject her) {
        narrator.step("She asks for a correction");
        cast.consent(Person.STAFF)
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
        cast.identity(Person.STAFF)
                .put(
                        "/v1/people/" + her.ref + "/items/phone-number",
                        Map.of("value", cast.marker.phone() + "9"))
                .expect(200, "correcting the item");
        Patience.until("use resumed", SOON, () -> her.decision("service-supply").allowed());
        narrator.found("corrected, and the answer is yes again");
    }

    private Case terminate(Subject her) throws IOException {
        narrator.step("She terminates the service");
        var start = System.nanoTime();
        var first = scene.terminate(her);
        narrator.check(
                first.status() / 100 == 2 && !her.decision("service-supply").allowed(),
                "the first answer: processing stopped");
        var again = scene.terminate(her);
        narrator.check(again.json().equals(first.json()), "asked twice, the first answer again");
        var erasure = Case.of(cast, her.ref, "MEMBERSHIP");
        Patience.until("the case certified", SOON, () -> erasure.state().equals("CERTIFIED"));
        narrator.found(
                "certified %.2f s after the termination"
                        .formatted((System.nanoTime() - start) / 1e9));
        for (var lang : List.of("ko", "en")) {
            var page =
                    Files.writeString(output.resolve("case." + lang + ".html"), erasure.page(lang));
            narrator.note("the case as a page: " + page);
        }
        return erasure;
    }

    private void checkWhatIsGone(Subject her) {
        narrator.step("What is gone is looked for by value");
        var search = scene.search();
        narrator.check(
                search.found().isEmpty(),
                "her name, address, number and company stand nowhere in "
                        + search.tables()
                        + " tables of "
                        + search.databases()
                        + " databases"
                        + (search.found().isEmpty() ? "" : ", but in " + search.found()));
        narrator.check(
                her.profile("CUSTOMER_SUPPORT").status() != 200, "her profile cannot be read");
        narrator.check(
                !cast.realm.knows(her.ref.toString()),
                "her account at the identity provider is gone");
        narrator.check(
                cast.databases.count("login_logs where administrator_id = " + cast.marker.id())
                        == 0,
                "her login logs are gone from OMPASS's tables");
    }

    private void checkOthers(Subject subAdministrator) {
        narrator.step("Nobody else was touched");
        narrator.check(
                subAdministrator.profile("CUSTOMER_SUPPORT").status() == 200
                        && cast.databases.count("sub_administrators where id = 2000001") == 1,
                "the sub-administrator she added is still a member");
        narrator.check(
                cast.databases.count("sub_administrators where added_by = " + cast.marker.id())
                        == 0,
                "and her row no longer says who added her");
    }

    private void checkArchive(Subject her) {
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

    private void checkCertificate(Case erasure) throws IOException {
        narrator.step("The certificate is checked offline");
        var bundle =
                erasure.certificate(
                        "a certificate with its log proof",
                        SOON,
                        found -> found.path("log").has("entry"));
        var file = output.resolve("certificate.json");
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bundle);
        narrator.note(
                "overall level "
                        + bundle.path("certificate").path("level").asText()
                        + ", saved as "
                        + file);
        var key = stage.keys().resolve("certificate.pub.pem");
        var good = scene.programs.verify(file, key);
        good.output().lines().forEach(narrator::note);
        narrator.check(good.exit() == 0, "it verifies with the key obtained apart from it");
        var forgery = new Forgery(bundle, output);
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

    private void letTimePass(Subject her, Case erasure) {
        narrator.step("Business time moves past the last period");
        cast.retention(Person.ADMIN)
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

    public void pointToPages() {
        narrator.step("Look for yourself");
        narrator.note("policy page   " + stage.uri("JIKIM_CONSENT_URL") + scene.policyPath("ko"));
        narrator.note("mailbox       " + stage.get("JIKIM_MAILBOX_URL"));
        narrator.note("log           " + stage.get("JIKIM_AUDIT_URL") + "/v1/log/checkpoint");
        narrator.note("health        " + stage.get("JIKIM_RETENTION_URL") + "/q/health");
        narrator.note("certificate   " + output.resolve("certificate.json"));
    }

    @Override
    public void close() {
        scene.close();
    }
}
