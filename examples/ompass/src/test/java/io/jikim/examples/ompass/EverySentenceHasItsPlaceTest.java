package io.jikim.examples.ompass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The published policy, read sentence by sentence, against the policy as data: a sentence that
/// nobody put into the data would be a promise that nobody keeps, and one in a wrong section would
/// be kept by the wrong part. `sentence-places.txt` says where each one belongs.
class EverySentenceHasItsPlaceTest {

    private static final JsonNode POLICY = policy();
    private static final List<Place> PLACES = places();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    /// Where in the data a published sentence is expected: a JSON pointer.
    private record Place(String path, String sentence) {}

    @Test
    void every_sentence_of_the_published_policy_has_an_expected_place() throws IOException {
        var published =
                Files.readAllLines(Path.of("src/test/resources/published-policy.txt")).stream()
                        .flatMap(EverySentenceHasItsPlaceTest::sentences);

        assertThat(published).containsExactlyElementsOf(sentencesOf(PLACES));
    }

    @Test
    void every_sentence_stands_at_its_place_in_the_data() {
        assertThat(misplaced(POLICY)).isEmpty();
    }

    @Test
    void no_two_sentences_share_a_place() {
        assertThat(PLACES.stream().map(Place::path)).doesNotHaveDuplicates();
    }

    @Test
    void the_data_promises_nothing_that_was_not_published() {
        var promised =
                Stream.of(
                                "/introduction",
                                "/retention",
                                "/destruction",
                                "/rights",
                                "/safetyMeasures",
                                "/cookies",
                                "/closing")
                        .flatMap(path -> textsBelow(path, POLICY.at(path)));

        assertThat(PLACES.stream().map(Place::path).toList()).containsAll(promised.toList());
    }

    @Test
    void periods_in_words_and_in_rules_are_the_same() {
        for (var rule : POLICY.at("/retention/law/rules")) {
            var years = rule.get("period").asText().replaceAll("^P(\\d+)Y$", "$1 years");

            assertThat(rule.at("/sentence/en").asText()).endsWith(years);
            assertThat(rule.at("/sentence/ko").asText()).endsWith(years.replace(" years", "년"));
        }
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void two_sentences_that_change_places_are_both_found(String one, String other) {
        var changed = (ObjectNode) POLICY.deepCopy();
        var first = (ObjectNode) changed.at(one);
        var second = (ObjectNode) changed.at(other);
        var text = first.get("en");
        first.set("en", second.get("en"));
        second.set("en", text);

        assertThat(misplaced(changed)).contains(one, other);
    }

    @Test
    void a_sentence_moved_into_another_section_is_found() {
        var changed = (ObjectNode) POLICY.deepCopy();
        var cookies = (ObjectNode) changed.at("/cookies/sentences/0");
        ((ObjectNode) changed.at("/rights/sentences/0")).set("en", cookies.get("en"));
        cookies.put("en", "");

        assertThat(misplaced(changed))
                .containsExactly("/rights/sentences/0", "/cookies/sentences/0");
    }

    @Test
    void a_reordered_list_is_found() {
        var changed = (ObjectNode) POLICY.deepCopy();
        var purposes = (ArrayNode) changed.get("purposes");
        purposes.add(purposes.remove(0));

        assertThat(misplaced(changed)).containsExactly("/purposes");
    }

    /// Each two texts that follow one another in the published policy.
    static Stream<Arguments> neighbours() {
        var texts =
                PLACES.stream()
                        .map(Place::path)
                        .filter(path -> POLICY.at(path).path("en").isTextual())
                        .toList();
        return IntStream.range(1, texts.size())
                .mapToObj(i -> Arguments.of(texts.get(i - 1), texts.get(i)));
    }

    private static List<String> misplaced(JsonNode policy) {
        return PLACES.stream()
                .filter(place ->
                        !plain(published(policy, place.path())).equals(plain(place.sentence())))
                .map(Place::path)
                .toList();
    }

    /// How what stands at this place reads in the published policy; empty where nothing stands.
    private static String published(JsonNode policy, String path) {
        var there = policy.at(path);
        return switch (path) {
            case "/effectiveDate" ->
                    "Effective Date: " + LocalDate.parse(there.asText()).format(DATE);
            case "/purposes" -> joined(there, node -> node.at("/name/en").asText());
            case "/collectionMethods" -> joined(there, node -> node.path("en").asText());
            case "/thirdParties" -> there.isArray() && there.isEmpty() ? "None" : "";
            case "/officer/name" -> policy.at("/officer/title/en").asText() + ": " + en(there);
            case "/officer/contact" ->
                    "%s: %s, %s"
                            .formatted(
                                    en(there),
                                    policy.at("/officer/phone").asText(),
                                    policy.at("/officer/email").asText());
            default -> publishedByKind(policy, path, there);
        };
    }

    private static String publishedByKind(JsonNode policy, String path, JsonNode there) {
        if (path.matches("/collections/\\d+/items")) {
            return joined(there, code -> item(policy, code.asText()));
        }
        if (path.startsWith("/institutions/list/")) {
            return "%s %s / %s"
                    .formatted(
                            there.at("/name/en").asText(),
                            there.path("url").asText(),
                            there.path("phone").asText());
        }
        return en(there);
    }

    private static String en(JsonNode node) {
        return node.path("en").asText();
    }

    private static String joined(JsonNode list, Function<JsonNode, String> name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(name)
                .collect(Collectors.joining(", "));
    }

    private static String item(JsonNode policy, String code) {
        for (var item : policy.at("/items")) {
            if (item.get("code").asText().equals(code)) {
                return item.at("/name/en").asText();
            }
        }
        throw new IllegalStateException("No item " + code);
    }

    private static Stream<String> textsBelow(String path, JsonNode node) {
        var own = node.path("en").isTextual() ? Stream.of(path) : Stream.<String>of();
        var below = new ArrayList<String>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                textsBelow(path + "/" + i, node.get(i)).forEach(below::add);
            }
        }
        node.properties()
                .forEach(member ->
                        textsBelow(path + "/" + member.getKey(), member.getValue())
                                .forEach(below::add));
        return Stream.concat(own, below.stream());
    }

    private static Stream<String> sentences(String line) {
        return Stream.of(line.split("(?<=[a-z']\\.)\\s+(?=['A-Z])"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty());
    }

    private static List<String> sentencesOf(List<Place> places) {
        return places.stream().map(Place::sentence).toList();
    }

    // a list's dash and a title's brackets are how the page looks, not what it says
    private static String plain(String text) {
        return text.replaceAll("^- |[〈〉]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static List<Place> places() {
        return read("src/test/resources/sentence-places.txt")
                .lines()
                .map(line -> line.split("\t", 2))
                .map(columns -> new Place(columns[0], columns[1]))
                .toList();
    }

    private static JsonNode policy() {
        try {
            return new YAMLMapper().readTree(read("policy.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
