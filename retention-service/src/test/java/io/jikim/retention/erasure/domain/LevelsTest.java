package io.jikim.retention.erasure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Category PROFILE = new Category("profile");

    @Test
    void proves_nothing_where_nothing_was_destroyed() {
        assertThat(new Parts(List.of(part(Level.L1, Outcome.RETAINED))).level())
                .isEqualTo(Level.L0);
        assertThat(part(Level.L2, Outcome.KEPT).level()).isEqualTo(Level.L0);
        assertThat(new Parts(List.of()).level()).isEqualTo(Level.L0);
    }

    @Test
    void proves_no_more_than_its_weakest_destruction_whatever_others_retain() {
        var parts =
                new Parts(
                        List.of(
                                part(Level.L2, Outcome.ERASED),
                                part(Level.L1, Outcome.ERASED),
                                part(Level.L0, Outcome.RETAINED)));

        assertThat(parts.level()).isEqualTo(Level.L1);
    }

    @Test
    void proves_nothing_of_the_whole_while_something_is_held() {
        var parts =
                new Parts(List.of(part(Level.L2, Outcome.ERASED), part(Level.L2, Outcome.HELD)));

        assertThat(parts.level()).isEqualTo(Level.L0);
    }

    @Test
    void counts_the_level_of_a_round_only_if_it_destroyed_something() {
        var released =
                part(Level.L0, Outcome.HELD)
                        .again()
                        .answered(answer(Level.L2, Outcome.ERASED), Set.of(PROFILE));

        assertThat(released.level()).isEqualTo(Level.L2);
    }

    @Test
    void names_where_deleted_rows_may_remain_when_the_participant_does_not() {
        assertThat(part(Level.L1, Outcome.ERASED).residues())
                .extracting(Residue::where)
                .containsExactly("heap", "wal", "backups");
        assertThat(part(Level.L2, Outcome.ERASED).residues()).isEmpty();
        assertThat(part(Level.L1, Outcome.RETAINED).residues()).isEmpty();
    }

    @Test
    void lets_the_word_of_a_participant_about_what_remains_stand() {
        var said = List.of(new Residue("backups", LocalDate.of(2026, 12, 24)));
        var tallies = List.of(Tally.of(PROFILE, Outcome.ERASED, 1));
        var answer = new Answer(1, tallies, Level.L1, List.of(), said, NOON);

        assertThat(pending().answered(answer, Set.of()).residues()).isEqualTo(said);
    }

    private static Part part(Level level, Outcome outcome) {
        return pending().answered(answer(level, outcome), Set.of());
    }

    private static Part pending() {
        return Part.pending(new ParticipantName("newsletter"));
    }

    private static Answer answer(Level level, Outcome outcome) {
        return new Answer(
                1, List.of(Tally.of(PROFILE, outcome, 3)), level, List.of(), List.of(), NOON);
    }
}
