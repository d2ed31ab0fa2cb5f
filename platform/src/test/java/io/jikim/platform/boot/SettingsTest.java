package io.jikim.platform.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.platform.access.Role;
import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No setting without a reader, none that a reader of the documents cannot find.
class SettingsTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final List<String> SERVICES =
            List.of(
                    "platform",
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");
    private static final List<String> TOOLS =
            List.of("local-stack", "journeys", "verifier", "examples", "testkit", "jikim", ".ci");

    private static final Pattern VARIABLE = Pattern.compile("\\bJIKIM_[A-Z_]*[A-Z](?![A-Z_*…])");
    private static final Pattern READ =
            Pattern.compile("(?:name = \"|\\$\\{)(jikim\\.[a-z.-]+)(?:[\":}])");
    private static final Pattern SET = Pattern.compile("(?m)^(?:%[a-z]+\\.)?(jikim\\.[a-z.-]+)=");
    private static final Pattern FAMILY = Pattern.compile("\"(jikim\\.[a-z.-]+\\.)\" \\+");
    private static final Pattern SCHEDULED = Pattern.compile("\\{(jikim\\.[a-z.-]+)[}:]");

    @Test
    void what_a_service_is_given_it_reads() {
        var given =
                names(
                        VARIABLE,
                        Stream.of("docker-compose.yml")
                                .flatMap(file -> text(ROOT.resolve(file)).lines())
                                .filter(line -> line.matches(" +JIKIM_[A-Z_]+: .*"))
                                .map(line -> line.replaceFirst(":.*", "")));
        // the role scripts of a cluster are no service
        given.remove("JIKIM_ROLES");
        // secrets are handed out in files
        given.addAll(names(VARIABLE, Stream.of(text(ROOT.resolve("deploy/compose/hand-out.sh")))));

        assertThat(readByServices()).containsAll(given);
        assertThat(given).hasSizeGreaterThan(15);
    }

    @Test
    void what_the_documents_name_is_read() {
        var read = readByServices();
        read.addAll(names(VARIABLE, files(TOOLS, "java|sh|py|jikim|compose|run")));
        read.addAll(names(VARIABLE, files(List.of("docker-compose.yml", "deploy"), "yml|sh")));

        assertThat(read).containsAll(names(VARIABLE, documents()));
    }

    @Test
    void what_a_service_reads_is_documented() {
        var documented = names(VARIABLE, documents());
        documented.addAll(names(Pattern.compile("\\bjikim\\.[a-z.-]+[a-z]"), documents()));
        var read = readByServices();
        read.addAll(propertiesRead());

        assertThat(documented).containsAll(read);
    }

    @Test
    void every_property_that_is_set_has_a_reader() {
        var set = new TreeSet<String>();
        services("properties")
                .flatMap(text -> SET.matcher(text).results())
                .forEach(found -> set.add(found.group(1)));
        var families =
                services("java")
                        .flatMap(text -> FAMILY.matcher(text).results())
                        .map(found -> found.group(1))
                        .toList();

        assertThat(propertiesRead())
                .containsAll(
                        set.stream()
                                .filter(name -> families.stream().noneMatch(name::startsWith))
                                .toList());
        assertThat(set).hasSizeGreaterThan(8);
    }

    @Test
    void every_secret_is_looked_at_before_the_start() {
        var looked =
                SERVICES.stream()
                        .map(part ->
                                ROOT.resolve(part + "/src/main/resources/META-INF/jikim/secrets"))
                        .filter(Files::exists)
                        .flatMap(file -> text(file).lines())
                        .toList();

        assertThat(readByServices())
                .filteredOn(name -> name.matches(".*_(PASSWORD|SECRET)"))
                .containsExactlyInAnyOrderElementsOf(looked);
    }

    /// A frozen one would hold every thread that asks it, and nobody would hear of that.
    @Test
    void no_database_that_says_nothing_is_waited_for_without_end() {
        var databases =
                names(
                        Pattern.compile("(?m)^quarkus\\.datasource\\.([a-z]+\\.)?jdbc(?=\\.url=)"),
                        services("properties"));
        var settings =
                names(Pattern.compile("(?m)^quarkus\\.[a-zA-Z.-]+(?==)"), services("properties"));

        assertThat(settings)
                .containsAll(
                        databases.stream()
                                .map(it -> it + ".additional-jdbc-properties.socketTimeout")
                                .toList());
        assertThat(databases).hasSizeGreaterThan(3);
    }

    private static Set<String> readByServices() {
        var names = names(VARIABLE, services("java|properties"));
        names.remove(Role.JIKIM_SERVICE.name());
        return names;
    }

    private static Set<String> propertiesRead() {
        var read = new TreeSet<String>();
        services("java|properties")
                .flatMap(text ->
                        Stream.of(READ, SCHEDULED)
                                .flatMap(pattern -> pattern.matcher(text).results()))
                .forEach(found -> read.add(found.group(1)));
        return read;
    }

    private static Stream<String> services(String kinds) {
        return files(SERVICES.stream().map(part -> part + "/src/main").toList(), kinds);
    }

    private static Stream<String> documents() {
        return Stream.concat(
                Stream.of("docs/operations.md", "README.md")
                        .map(ROOT::resolve)
                        .map(SettingsTest::text),
                SERVICES.stream()
                        .map(part -> ROOT.resolve(part + "/README.md"))
                        .filter(Files::exists)
                        .map(SettingsTest::text));
    }

    private static Set<String> names(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> files(List<String> places, String kinds) {
        var kind = Pattern.compile("(.*\\.)?(" + kinds + ")");
        return places.stream()
                .map(ROOT::resolve)
                .filter(Files::exists)
                .flatMap(SettingsTest::below)
                .filter(file -> !file.toString().contains("/target/"))
                .filter(file -> kind.matcher(file.getFileName().toString()).matches())
                .map(SettingsTest::text);
    }

    private static Stream<Path> below(Path place) {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
