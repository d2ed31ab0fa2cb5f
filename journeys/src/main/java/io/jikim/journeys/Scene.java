package io.jikim.journeys;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.journeys.Cast.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every story does first, and what staff does in it; each step is refused loudly when it is
/// not answered as it should be.
public final class Scene implements AutoCloseable {

    /// Somebody who was killed before keeps a share of the topics until the broker gives him up.
    private static final Duration SESSION_OVER = Duration.ofMinutes(2);

    static final Duration SOON = Duration.ofSeconds(30);

    final Stage stage;
    final Cast cast;
    final Path output;
    final Programs programs;
    private Optional<Process> newsletter = Optional.empty();

    public Scene(Stage stage, Path output) throws IOException {
        this.stage = stage;
        this.output = Files.createDirectories(output);
        cast = new Cast(stage);
        programs = new Programs(stage.root());
        Runtime.getRuntime().addShutdownHook(onEnd);
    }

    public Stage stage() {
        return stage;
    }

    public Cast cast() {
        return cast;
    }

    /// A tenant with a published policy, a connected database of this many people, and no
    /// participant of its own yet.
    public void open(int people) throws SQLException {
        cast.prepareAccounts();
        publishPolicy();
        connectOmpass(people);
    }

    void publishPolicy() {
        var imported =
                cast.consent(Person.ADMIN)
                        .post(
                                "/v1/policies",
                                "application/yaml",
                                OmpassDatabase.file("policy.yaml"))
                        .expect(201, "importing the policy");
        var version = imported.json().get("version").asInt();
        cast.consent(Person.OFFICER)
                .post("/v1/policies/" + version + "/publication", Map.of())
                .expect(200, "publishing the policy");
        Patience.until(
                "the rules in retention-service",
                SESSION_OVER,
                () -> cast.retention(Person.OFFICER).get("/v1/rules").text().contains("P5Y"));
    }

    void connectOmpass(int people) throws SQLException {
        cast.databases.create(cast.marker, people);
        cast.retention(Person.ADMIN)
                .post(
                        "/v1/systems",
                        Map.of(
                                "mapping", mapping(),
                                "connection",
                                        Map.of(
                                                "url", cast.databases.ompassUrlForServices(),
                                                "user", cast.databases.login(),
                                                "password", cast.databases.login())))
                .expect(201, "connecting the database");
    }

    private static JsonNode mapping() {
        try {
            return new YAMLMapper().readTree(OmpassDatabase.file("systems.yaml"));
        } catch (IOException e) {
            throw new StoryBroken("The mapping cannot be read", e);
        }
    }

    /// Starts the newsletter service and waits until it takes part.
    public void startNewsletter() throws IOException, SQLException {
        var client = "newsletter-" + cast.tenant;
        var secret = cast.realm.addParticipant(client, cast.tenant);
        newsletterEnvironment =
                new HashMap<>(
                        Map.ofEntries(
                                entry("NEWSLETTER_DB_URL", cast.databases.newsletterUrl()),
                                entry("NEWSLETTER_DB_USER", "postgres"),
                                entry("NEWSLETTER_DB_PASSWORD", "postgres"),
                                entry("NEWSLETTER_CLIENT_ID", client),
                                entry("NEWSLETTER_CLIENT_SECRET", secret),
                                entry("NEWSLETTER_TENANT", cast.tenant),
                                entry(
                                        "NEWSLETTER_KEY",
                                        output.resolve(cast.tenant + ".newsletter.key").toString()),
                                entry("JIKIM_KAFKA", stage.get("JIKIM_KAFKA")),
                                entry("JIKIM_RETENTION_URL", stage.get("JIKIM_RETENTION_URL")),
                                entry("JIKIM_OIDC_URL", stage.get("JIKIM_OIDC_URL"))));
        // where the broker asks who is there
        stage.find("JIKIM_KAFKA_ACCOUNT")
                .ifPresent(file -> newsletterEnvironment.put("JIKIM_KAFKA_ACCOUNT", file));
        resumeNewsletter();
        Patience.until(
                "the newsletter service registered",
                SOON,
                () ->
                        cast.retention(Person.ADMIN)
                                .get("/v1/participants")
                                .text()
                                .contains("newsletter"));
        cast.databases.subscribe(cast.marker);
    }

    private Map<String, String> newsletterEnvironment = Map.of();
    private final Thread onEnd = new Thread(this::killNewsletter, "newsletter-end");

    public void resumeNewsletter() {
        newsletter =
                Optional.of(
                        programs.newsletter(
                                newsletterEnvironment, output.resolve("newsletter.log")));
    }

    /// The newsletter service dies at once, as a machine does.
    public void killNewsletter() {
        newsletter.ifPresent(process -> process.destroyForcibly().onExit().join());
        newsletter = Optional.empty();
    }

    /// Registers the marker administrator.
    Subject registerHer() {
        var marker = cast.marker;
        return Subject.register(
                cast,
                "ADMINISTRATOR",
                String.valueOf(marker.id()),
                Map.of(
                        "first-name", marker.firstName(),
                        "last-name", marker.lastName(),
                        "email", marker.email(),
                        "country-code", "82",
                        "phone-number", marker.phone(),
                        "company-name", marker.company()));
    }

    /// Registers the sub-administrator whom the marker administrator added.
    Subject registerSubAdministrator() {
        return Subject.register(
                cast,
                "SUB_ADMINISTRATOR",
                "2000001",
                Map.of(
                        "first-name", "Minjun",
                        "last-name", "Park",
                        "email", "minjun." + cast.tenant + "@haneul.example",
                        "country-code", "82",
                        "phone-number", "10-2000-0001"));
    }

    /// The consents a member gives when she signs up; personalised service she refuses.
    void consents(Subject her) {
        for (var purpose : List.of("service-supply", "identity-verification", "advertising")) {
            her.decide("ADMINISTRATOR", purpose, "GIVEN");
        }
        her.decide("ADMINISTRATOR", "personalised-service", "REFUSED");
    }

    void verifyAddress(Subject her) {
        var started =
                cast.identity(Person.STAFF)
                        .post("/v1/verifications", Map.of("subjectRef", her.ref))
                        .expect(202, "starting a verification");
        var id = started.json().get("verificationId").asText();
        var code = new Post(stage).codeFor(cast.marker.email());
        cast.identity(Person.STAFF)
                .post("/v1/verifications/" + id + "/code", Map.of("code", code))
                .expect(200, "the code from the mail");
    }

    void withdraw(Subject her, String purpose) {
        for (var consent : her.consents()) {
            if (consent.path("purpose").asText().equals(purpose)) {
                cast.consent(Person.STAFF)
                        .post(
                                "/v1/consents/" + consent.get("consentId").asText() + "/withdrawal",
                                Map.of())
                        .expect(200, "withdrawing " + purpose);
                return;
            }
        }
        throw new StoryBroken("She has no consent to " + purpose);
    }

    public Api.Answer terminate(Subject her) {
        return cast.consent(Person.STAFF)
                .post("/v1/memberships/" + her.ref + "/termination", Map.of());
    }

    JsonNode archived(Subject her) {
        return cast.retention(Person.OFFICER)
                .get("/v1/archive/records?subjectRef=" + her.ref)
                .expect(200, "her archived records")
                .json()
                .get("records");
    }

    /// Whether any row is left in the newsletter service's table.
    boolean subscriberIsGone() {
        try (var connection = cast.databases.newsletterConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from subscriber")) {
            rows.next();
            return rows.getLong(1) == 0;
        } catch (SQLException e) {
            throw new StoryBroken("Cannot look into the newsletter's table", e);
        }
    }

    /// Every value by which the marker person could be found.
    List<String> markers() {
        var marker = cast.marker;
        return List.of(
                marker.email(),
                marker.name(),
                marker.firstName(),
                marker.phone(),
                marker.company());
    }

    Sightings.Search search() {
        return new Sightings(stage.clusters()).of(markers());
    }

    String policyPath(String lang) {
        return "/v1/policies/current.html?lang=" + lang + "&tenant=" + cast.tenant;
    }

    @Override
    public void close() {
        killNewsletter();
        Runtime.getRuntime().removeShutdownHook(onEnd);
    }
}
