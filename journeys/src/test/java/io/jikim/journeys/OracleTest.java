package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An oracle that cannot say no proves nothing.
class OracleTest {

    @Test
    void a_stream_that_goes_on_by_one_is_in_order() {
        assertThat(Oracle.order(List.of(number(1, "a"), number(2, "b"), number(3, "c")))).isEmpty();
    }

    @Test
    void a_relay_that_died_may_tell_the_end_again() {
        assertThat(
                        Oracle.order(
                                List.of(
                                        number(1, "a"),
                                        number(2, "b"),
                                        number(1, "a"),
                                        number(2, "b"),
                                        number(3, "c"))))
                .isEmpty();
    }

    @Test
    void a_missing_number_is_found() {
        assertThat(Oracle.order(List.of(number(1, "a"), number(3, "c"))))
                .containsExactly("jikim.consent-0@3 is 3 after 1");
    }

    @Test
    void two_events_with_one_number_are_found() {
        assertThat(Oracle.order(List.of(number(1, "a"), number(1, "b"))))
                .containsExactly("jikim.consent-0@1: another event was number 1");
    }

    @Test
    void a_second_certificate_of_one_revision_is_found_and_the_same_one_told_again_is_not() {
        assertThat(Oracle.secondEffects(List.of(certified("a", 1), certified("a", 1)))).isEmpty();
        assertThat(Oracle.secondEffects(List.of(certified("a", 1), certified("b", 2)))).isEmpty();
        assertThat(Oracle.secondEffects(List.of(certified("a", 1), certified("b", 1))))
                .containsExactly("erasure.certified c1 revision 1 was told by 2 events");
    }

    private static Told number(long sequence, String id) {
        return told("membership.terminated", sequence, id, "{}");
    }

    private static Told certified(String id, int revision) {
        return told(
                "erasure.certified", 1, id, "{\"caseId\":\"c1\",\"revision\":" + revision + "}");
    }

    private static Told told(String fact, long sequence, String id, String body) {
        return new Told(
                "jikim.consent",
                "jikim.consent-0@" + sequence,
                "s1",
                Map.of(
                        "ce_id",
                        id,
                        "ce_type",
                        "io.jikim." + fact + ".v1",
                        "ce_subject",
                        "s1",
                        "ce_source",
                        "/consent-service",
                        "ce_epoch",
                        "1",
                        "ce_sequence",
                        String.valueOf(sequence)),
                body);
    }
}
