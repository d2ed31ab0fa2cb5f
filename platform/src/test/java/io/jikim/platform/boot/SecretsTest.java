package io.jikim.platform.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final Secrets SECRETS = Secrets.named(SecretsTest.class.getClassLoader());

    private final Map<String, String> values = new HashMap<>();

    SecretsTest() {
        for (var name : SECRETS.names()) {
            values.put(name, "q7Zp-Rw2Lx9Kf4-" + name.hashCode());
        }
    }

    static List<String> names() {
        return SECRETS.names();
    }

    /// What docker-compose.yml and the users of the local realm have for secrets.
    static Stream<String> known() throws IOException {
        var root = ProjectRoot.find();
        var known = Pattern.compile("(?:_PASSWORD|_SECRET|\"value\"): *\"?([a-z_-]+)");
        return Stream.of("docker-compose.yml", "deploy/keycloak/local/jikim-users-0.json")
                .flatMap(file -> known.matcher(read(root.resolve(file))).results())
                .map(found -> found.group(1))
                .distinct();
    }

    @Test
    void with_secrets_that_nobody_knows_a_service_starts() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void S1_one_that_is_missing_is_named(String name) {
        values.remove(name);
        assertThat(faults()).containsExactly(name + " is missing");

        values.put(name, "  ");
        assertThat(faults()).containsExactly(name + " is missing");
    }

    @ParameterizedTest
    @MethodSource("names")
    void one_that_the_local_stack_has_is_named_but_not_repeated(String name) {
        values.put(name, "consent-service-secret");

        assertThat(faults()).containsExactly(name + " is an example");
    }

    @ParameterizedTest
    @MethodSource("known")
    void S1_no_secret_that_stands_in_this_project_is_one(String value) {
        values.put("JIKIM_DB_PASSWORD", value);

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("JIKIM_DB_PASSWORD ")
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme-changeme-now",
                "Example-of-a-Long-Password",
                "${CONSENT_DB_PASS_WORD}",
                "Zq8-short-1",
                "aaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void S1_what_can_be_guessed_is_no_secret(String value) {
        values.put("JIKIM_OIDC_SECRET", value);

        assertThat(faults()).hasSize(1);
    }

    @Test
    void two_roles_do_not_share_a_secret() {
        values.put("JIKIM_DB_OWNER_PASSWORD", values.get("JIKIM_DB_PASSWORD"));

        assertThat(faults())
                .containsExactly("JIKIM_DB_OWNER_PASSWORD is the same as JIKIM_DB_PASSWORD");
    }

    @Test
    void all_faults_are_told_at_once() {
        values.clear();

        assertThat(faults()).hasSameSizeAs(SECRETS.names());
    }

    @ParameterizedTest
    @CsvSource({"local", "test", "dev", "'staging,local'"})
    void only_a_private_profile_may_have_known_secrets(String profile) {
        assertThat(profile(profile).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "prod", "staging", "locale", "production"})
    void every_other_profile_is_production(@Nullable String profile) {
        assertThat(profile(profile).isPrivate()).isFalse();
    }

    private static Environment profile(@Nullable String profile) {
        return new Environment(name -> name.equals("QUARKUS_PROFILE") ? profile : null);
    }

    private List<String> faults() {
        return SECRETS.faults(new Environment(values::get));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
