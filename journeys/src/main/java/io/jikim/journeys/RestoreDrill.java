package io.jikim.journeys;

import static io.jikim.journeys.Scene.SOON;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// `deploy/compose/drill-restore`: a backup is taken, a person is erased, the backup is restored
/// into an empty installation. What the backup still holds of her must stay closed, because her
/// keys are gone; somebody who was not erased must be readable, or the drill would prove nothing.
/// Then her membership is ended again, which has to finish with a certificate.
///
/// Arguments: the project's directory, the stack's environment file.
public final class RestoreDrill {

    private static final List<String> SERVICES =
            List.of(
                    "JIKIM_CONSENT_URL",
                    "JIKIM_IDENTITY_URL",
                    "JIKIM_RETENTION_URL",
                    "JIKIM_AUDIT_URL");

    private final Path root;
    private final Path backups;
    private final Narrator narrator;
    private final Stage stage;
    private final Scene scene;

    private RestoreDrill(Path root, Path environment, Narrator narrator) throws IOException {
        this.root = root;
        this.narrator = narrator;
        backups = root.resolve(".jikim/compose/drill");
        stage = Stage.in(root, environment);
        scene = new Scene(stage, root.resolve(".jikim/demo"));
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var root = Path.of(arguments[0]).toAbsolutePath().normalize();
        try {
            new RestoreDrill(root, Path.of(arguments[1]), new Narrator(out)).run();
        } catch (StoryBroken e) {
            out.println("\n    ✗ " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        narrator.step("Two people are registered, and a backup is taken");
        scene.cast.prepareAccounts();
        scene.publishPolicy();
        var her = scene.registerHer();
        var other = scene.registerSubAdministrator();
        scene.consents(her);
        var before = look(her, other);
        narrator.check(before.she() == 200 && before.other() == 200, "both can be read");
        run("backup", backups.toString());
        narrator.found("live and archive are in " + backups);

        narrator.step("One of them leaves");
        scene.terminate(her).expect(200, "a termination");
        var erasure = Case.of(scene.cast, her.ref, "MEMBERSHIP");
        Patience.until(
                "the case certified",
                Duration.ofSeconds(120),
                () -> erasure.state().equals("CERTIFIED"));
        var erased = look(her, other);
        narrator.check(
                erased.she() != 200 && erased.other() == 200, "certified: she cannot be read");
        narrator.check(erased.items() == 0, "her rows are gone");
        run("backup-keys", backups.resolve("keys").toString());
        narrator.found("the key database has its backup of now, which replaces the one before");

        narrator.step("The installation is lost, and an empty one is filled from the backups");
        compose("down", "--volumes");
        run("restore", backups.toString(), backups.resolve("keys").toString());
        compose("up", "--detach", "--wait");
        narrator.found("all of it is healthy again");
        SERVICES.forEach(this::openEpoch);
        narrator.found("each service speaks in a new epoch");

        narrator.step("The backup remembers her, and nobody can read it");
        Patience.until("the other person readable", SOON, () -> profile(other).status() == 200);
        narrator.found("the other person can be read: the backup is good");
        var restored = look(her, other);
        narrator.check(
                restored.items() == before.items() && before.items() > 0,
                "the restored database has her " + before.items() + " sealed items again");
        narrator.check(
                restored.she() >= 400 && restored.she() < 500,
                "she cannot: " + restored.she() + " " + profile(her).json().path("code").asText());
        var search = scene.search();
        narrator.check(
                search.found().isEmpty(),
                "her name, address, number and company stand nowhere in "
                        + search.tables()
                        + " tables of "
                        + search.databases()
                        + " databases");
        narrator.step("Her membership is ended again, as docs/operations.md says");
        scene.terminate(her).expect(200, "a second termination");
        var again = Case.of(scene.cast, her.ref, "MEMBERSHIP");
        Patience.until(
                "the second case certified",
                Duration.ofSeconds(120),
                () -> again.state().equals("CERTIFIED"));
        narrator.check(itemsOf(her.ref) == 0, "certified: her rows are gone again");
        narrator.end("What was erased stays erased, in the backup too");
        narrator.table(
                List.of("looked at", "at the backup", "erased", "restored"),
                List.of(
                        row("her profile answers", Look::she, before, erased, restored),
                        row("her sealed items", Look::items, before, erased, restored),
                        row("the other's profile answers", Look::other, before, erased, restored)));
        scene.close();
    }

    /// The broker is empty too, so nothing tells a service that it is older than what was heard.
    private void openEpoch(String service) {
        var operator = scene.cast.as(Cast.Person.OPERATOR, service);
        int next =
                operator.get("/v1/ops/epochs").expect(200, "the epoch").json().path("next").asInt();
        operator.post("/v1/ops/epochs", Map.of("epoch", next, "reason", "RESTORED_FROM_BACKUP"))
                .expect(200, "opening an epoch");
    }

    /// How both people's profiles are answered, and how many sealed items of hers the database has.
    private record Look(int she, long items, int other) {}

    private Look look(Subject her, Subject other) throws SQLException {
        return new Look(profile(her).status(), itemsOf(her.ref), profile(other).status());
    }

    private static List<String> row(String what, Function<Look, Number> part, Look... looks) {
        return Stream.concat(
                        Stream.of(what),
                        Stream.of(looks).map(look -> String.valueOf(part.apply(look))))
                .toList();
    }

    private static Api.Answer profile(Subject subject) {
        return subject.profile("CUSTOMER_SUPPORT");
    }

    private long itemsOf(UUID ref) throws SQLException {
        var identity = Sightings.at(stage.get("JIKIM_LIVE_ADMIN_URL"), "identity");
        try (var connection = DriverManager.getConnection(identity);
                var select =
                        connection.prepareStatement(
                                "select count(*) from person_item where ref = ?")) {
            select.setObject(1, ref);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void run(String script, String... arguments) throws IOException, InterruptedException {
        command(List.of(root.resolve("deploy/compose/" + script).toString()), arguments);
    }

    private void compose(String... arguments) throws IOException, InterruptedException {
        command(List.of("docker", "compose", "--progress", "quiet"), arguments);
    }

    private void command(List<String> program, String... arguments)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(program);
        words.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(words)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                Redirect.appendTo(
                                        root.resolve(".jikim/compose/drill.log").toFile()))
                        .start();
        if (process.waitFor() != 0) {
            throw new StoryBroken(
                    String.join(" ", words) + " failed: see .jikim/compose/drill.log");
        }
    }
}
