package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private static final UUID HER = new UUID(1, 1);
    private static final UUID ANOTHER = new UUID(1, 2);

    @Test
    void several_records_about_one_person_are_numbered_in_their_order() {
        var numbering = new Numbering(Map.of());

        var first = stand(numbering, 40, HER);
        var second = stand(numbering, 41, ANOTHER, HER);

        assertThat(first).containsExactly(Place.first(HER, 40));
        assertThat(second)
                .containsExactly(Place.first(ANOTHER, 41), new Place(HER, 40, 2, leaf(40)));
    }

    @Test
    void the_numbers_go_on_from_where_they_ended() {
        var end = new ChainEnd(3, 7, 30, leaf(30));
        var numbering = new Numbering(Map.of(new Person("t", HER), end));

        assertThat(stand(numbering, 40, HER)).containsExactly(new Place(HER, 3, 8, leaf(30)));
        assertThat(numbering.moved())
                .isEqualTo(Map.of(new Person("t", HER), new ChainEnd(3, 8, 40, leaf(40))));
    }

    @Test
    void who_is_named_twice_in_one_record_has_one_number() {
        assertThat(stand(new Numbering(Map.of()), 40, HER, HER)).hasSize(1);
    }

    @Test
    void what_is_no_access_is_about_nobody_here() {
        var told = access(HER).told();

        assertThat(Numbering.persons(new Fact.Lifecycle(told, "{}", Map.of()))).isEmpty();
        assertThat(Numbering.persons(new Fact.Claim(told, "{}"))).isEmpty();
    }

    private static List<Place> stand(Numbering numbering, long index, UUID... subjects) {
        var places = numbering.next(access(subjects), index);
        numbering.stands("t", places, index, leaf(index));
        return places;
    }

    private static Fact access(UUID... subjects) {
        var told =
                new Told(
                        new UUID(2, 2),
                        "t",
                        "io.jikim.access.recorded.v1",
                        "s",
                        Instant.EPOCH,
                        "/test",
                        "1/1");
        var deed = new Fact.Deed("staff-1", "STAFF", "READ", "people/profile", "TEST");
        return new Fact.Access(told, deed, List.of(subjects), new Fact.Origin("", Map.of()));
    }

    private static Hash leaf(long index) {
        return MerkleHash.leaf(new byte[] {(byte) index});
    }
}
