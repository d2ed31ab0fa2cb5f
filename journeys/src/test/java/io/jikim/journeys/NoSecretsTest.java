package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.Cast.Person;
import io.jikim.journeys.stack.RunningStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for secrets in everything that the stack has logged while people logged in, registered and
/// were verified.
class NoSecretsTest {

    /// What gives access wherever it stands: a token, a private key, a header with either.
    private static final List<Pattern> SHAPES =
            List.of(
                    Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}"),
                    Pattern.compile("BEGIN [A-Z ]*PRIVATE KEY"),
                    Pattern.compile("(?i)authorization: *(bearer|basic) "),
                    Pattern.compile("(?i)client_secret=[^*& ]"),
                    Pattern.compile("(?i)[?&]password=[^*& ]"));

    private static final Pattern KEY_IN_FILE = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    @TempDir Path output;

    @Test
    void S1_no_token_key_password_or_code_is_found_in_a_log() throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(20);
            var her = scene.registerHer();
            scene.verifyAddress(her);
            her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
            new Api(stack.stage().uri("JIKIM_CONSENT_URL"), () -> "not-a-token")
                    .get("/v1/policies/current")
                    .expect(401, "a token that is none");
            scene.cast
                    .identity(Person.STAFF)
                    .post("/v1/people", Map.of("password", "hunter-2-secret"));

            var secrets = secrets(stack.stage());
            secrets.add("hunter-2-secret");
            secrets.add(scene.cast.realm.tokenOf(scene.cast.name(Person.STAFF)));
            assertThat(secrets).hasSizeGreaterThan(8);
            assertThat(where(stack.logs(), secrets)).isEmpty();
        }
    }

    @Test
    void S1_the_search_finds_each_kind_of_secret_where_it_stands() throws IOException {
        var lines =
                List.of(
                        "x eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0xx.s",
                        "-----BEGIN PRIVATE KEY-----",
                        "Authorization: Bearer abc",
                        "client_secret=abc",
                        "jdbc:postgresql://h/d?user=a&password=abc",
                        "the planted one");
        for (var line : lines) {
            var log = Files.writeString(output.resolve("a.log"), line + "\n");
            assertThat(where(List.of(log), List.of("planted"))).as(line).hasSize(1);
        }
        var log =
                Files.writeString(output.resolve("a.log"), "password=<hidden> role=consent_app\n");
        assertThat(where(List.of(log), List.of("planted"))).isEmpty();
    }

    /// The key files' contents, and the passwords that are not merely the name of their role.
    private static List<String> secrets(Stage stage) throws IOException {
        List<String> secrets = new ArrayList<>();
        try (var files = Files.list(stage.keys())) {
            for (var file : files.filter(NoSecretsTest::isSecret).toList()) {
                KEY_IN_FILE
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> secrets.add(found.group()));
            }
        }
        stage.values()
                .forEach((name, value) -> {
                    if (name.matches(".*(SECRET|TOKEN).*") && value.length() >= 16) {
                        secrets.add(value);
                    }
                });
        return secrets;
    }

    private static boolean isSecret(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.endsWith(".pub.pem");
    }

    private static TreeSet<String> where(List<Path> files, List<String> secrets)
            throws IOException {
        var found = new TreeSet<String>();
        for (var file : files) {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (var shape : SHAPES) {
                if (shape.matcher(text).find()) {
                    found.add(file.getFileName() + ": something like " + shape);
                }
            }
            for (int i = 0; i < secrets.size(); i++) {
                if (text.contains(secrets.get(i))) {
                    found.add(file.getFileName() + ": secret number " + i);
                }
            }
        }
        return found;
    }
}
