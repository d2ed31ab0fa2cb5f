package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static final Secret SECRET = Secret.of(bytes(7));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 100, 1_000})
    void each_place_leads_to_the_one_hash_and_no_other_does(int persons) {
        var all = IntStream.range(0, persons).mapToObj(i -> Place.first(person(i), 5)).toList();
        var places = Places.of(all, SECRET);

        for (var place : all) {
            assertThat(climb(place, places.path(place))).isEqualTo(places.root());
        }
        var stranger = Place.first(person(-1), 5);
        assertThat(climb(stranger, places.path(all.getFirst()))).isNotEqualTo(places.root());
        assertThatThrownBy(() -> places.path(stranger))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(places.path(all.getLast()).size()).isLessThanOrEqualTo(10);
    }

    @Test
    void the_order_in_which_persons_are_named_does_not_show() {
        var one = Place.first(person(1), 5);
        var other = Place.first(person(2), 5);

        assertThat(Places.of(List.of(one, other), SECRET).root())
                .isEqualTo(Places.of(List.of(other, one), SECRET).root());
    }

    @Test
    void about_nobody_there_is_nothing_to_commit_to() {
        assertThat(Places.of(List.of(), SECRET).root()).isEmpty();
    }

    @Test
    void another_secret_hides_the_same_place_otherwise() {
        var place = Place.first(person(1), 5);

        assertThat(Places.of(List.of(place), Secret.of(bytes(8))).root())
                .isNotEqualTo(Places.of(List.of(place), SECRET).root());
        assertThat(Place.salt(person(1), SECRET)).isNotEqualTo(Place.salt(person(2), SECRET));
    }

    @Test
    void only_the_first_has_nothing_before_it() {
        var leaf = Hash.of(bytes(9));
        assertThatThrownBy(() -> new Place(person(1), 5, 1, leaf))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(person(1), 5, 2, Place.NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Once more, from the format as it is written down.
    private static String climb(Place place, List<Hash> path) {
        var text =
                place.subject()
                        + " "
                        + place.since()
                        + " "
                        + place.number()
                        + " "
                        + place.previous();
        var at =
                Sha256.of(
                        ascii("jikim/place/v1"),
                        new byte[1],
                        SECRET.salt("places/" + place.subject()),
                        ascii(text));
        for (var beside : path) {
            boolean inOrder = Arrays.compareUnsigned(at.bytes(), beside.bytes()) < 0;
            var first = inOrder ? at : beside;
            var second = inOrder ? beside : at;
            at = Sha256.of(ascii("jikim/places/v1"), new byte[1], first.bytes(), second.bytes());
        }
        return at.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }

    private static byte[] bytes(int value) {
        var bytes = new byte[Hash.LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
