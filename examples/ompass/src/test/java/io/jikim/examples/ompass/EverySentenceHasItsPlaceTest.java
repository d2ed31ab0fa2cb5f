package io.jikim.examples.ompass;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The published policy, read sentence by sentence, against the policy as data: a sentence that
/// nobody put into the data would be a promise that nobody keeps.
class EverySentenceHasItsPlaceTest {

    private static final JsonNode POLICY = policy();

    @Test
    void every_sentence_of_the_published_policy_has_its_place_in_the_data() throws IOException {
        var homeless = new ArrayList<String>();
        for (var line : published()) {
            for (var sentence : sentences(line)) {
                if (placeOf(sentence).isEmpty()) {
                    homeless.add(sentence);
                }
            }
        }

        assertThat(homeless).isEmpty();
    }

    @Test
    void a_sentence_that_was_never_published_has_no_place() {
        assertThat(placeOf("Information is retained for 50 years.")).isEmpty();
    }

    @Test
    void the_data_promises_nothing_that_was_not_published() throws IOException {
        var published = plain(String.join(" ", published()));

        assertThat(sentencesOfTheData()).allSatisfy(s -> assertThat(published).contains(plain(s)));
    }

    @Test
    void periods_in_words_and_in_rules_are_the_same() {
        for (var rule : POLICY.at("/retention/law/rules")) {
            var years = rule.get("period").asText().replaceAll("^P(\\d+)Y$", "$1 years");

            assertThat(rule.at("/sentence/en").asText()).endsWith(years);
            assertThat(rule.at("/sentence/ko").asText()).endsWith(years.replace(" years", "년"));
        }
    }

    private static Optional<String> placeOf(String sentence) {
        return Stream.<Optional<String>>of(
                        effectiveDate(sentence),
                        list(sentence, "/purposes", "/name/en"),
                        list(sentence, "/collectionMethods", "/en"),
                        collection(sentence),
                        thirdParties(sentence),
                        officer(sentence),
                        institution(sentence),
                        text(sentence))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> effectiveDate(String sentence) {
        return when(
                sentence.equals("Effective Date: March 1, 2022")
                        && POLICY.at("/effectiveDate").asText().equals("2022-03-01"),
                "/effectiveDate");
    }

    // "A, b, c": every part is a name in the list, and the list has no other.
    private static Optional<String> list(String sentence, String path, String name) {
        return when(values(POLICY.at(path), name).equals(parts(sentence)), path);
    }

    private static Optional<String> collection(String sentence) {
        for (var collection : POLICY.at("/collections")) {
            var names =
                    StreamSupport.stream(collection.get("items").spliterator(), false)
                            .map(code -> item(code.asText()))
                            .collect(toList());
            if (names.equals(parts(sentence.replaceFirst("^- ", "")))) {
                return Optional.of("/collections/" + collection.get("code").asText());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> thirdParties(String sentence) {
        return when(
                sentence.equals("None") && POLICY.at("/thirdParties").isEmpty(), "/thirdParties");
    }

    private static Optional<String> officer(String sentence) {
        var officer = POLICY.at("/officer");
        var lines =
                List.of(
                        officer.at("/title/en").asText() + ": " + officer.at("/name/en").asText(),
                        officer.at("/contact/en").asText()
                                + ": "
                                + officer.at("/phone").asText()
                                + ", "
                                + officer.at("/email").asText());
        return when(lines.contains(sentence), "/officer");
    }

    private static Optional<String> institution(String sentence) {
        for (var institution : POLICY.at("/institutions/list")) {
            var line =
                    "%s %s / %s"
                            .formatted(
                                    institution.at("/name/en").asText(),
                                    institution.at("/url").asText(),
                                    institution.at("/phone").asText());
            if (line.equals(sentence)) {
                return Optional.of("/institutions");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(String sentence) {
        return when(
                englishTexts(POLICY).anyMatch(text -> plain(text).equals(plain(sentence))), "text");
    }

    private static Optional<String> when(boolean so, String place) {
        return so ? Optional.of(place) : Optional.empty();
    }

    private static List<String> published() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/published-policy.txt"));
    }

    private static List<String> sentences(String line) {
        return Stream.of(line.split("(?<=[a-z']\\.)\\s+(?=['A-Z])"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<String> sentencesOfTheData() {
        return Stream.of("/introduction", "/retention", "/destruction", "/rights", "/cookies")
                .flatMap(path -> englishTexts(POLICY.at(path)))
                .toList();
    }

    private static Stream<String> englishTexts(JsonNode node) {
        var own =
                node.path("en").isTextual()
                        ? Stream.of(node.get("en").asText())
                        : Stream.<String>of();
        var below =
                StreamSupport.stream(node.spliterator(), false)
                        .flatMap(EverySentenceHasItsPlaceTest::englishTexts);
        return Stream.concat(own, below);
    }

    private static List<String> values(JsonNode list, String path) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> plain(node.at(path).asText()))
                .toList();
    }

    private static List<String> parts(String sentence) {
        return Stream.of(sentence.split(",")).map(EverySentenceHasItsPlaceTest::plain).toList();
    }

    private static String item(String code) {
        for (var item : POLICY.at("/items")) {
            if (item.get("code").asText().equals(code)) {
                return plain(item.at("/name/en").asText());
            }
        }
        throw new IllegalStateException("No item " + code);
    }

    private static String plain(String text) {
        return text.replaceAll("^- |[〈〉]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static JsonNode policy() {
        try {
            return new YAMLMapper()
                    .readTree(Files.readString(Path.of("policy.yaml"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
