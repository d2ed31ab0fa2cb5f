package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.archive.application.Deposit;
import io.jikim.retention.archive.application.DepositRecords;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DepositRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final World world = new World();
    private final DepositRecords deposits =
            new DepositRecords(
                    world.erasures,
                    world.policies,
                    world.archive,
                    _ -> world.now,
                    ZoneId.of("Asia/Seoul"));

    @Test
    void records_are_taken_only_while_the_case_is_open() {
        var id = world.terminate();
        assertThat(deposit(id, TODAY)).isEqualTo(new Deposit.CaseClosed());

        world.deposit(id);
        assertThat(deposit(id, TODAY)).isInstanceOf(Deposit.Taken.class);

        world.everybodyAnswers(id);
        assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
        assertThat(deposit(id, TODAY)).isEqualTo(new Deposit.CaseClosed());
    }

    @Test
    void a_legal_event_on_no_possible_day_is_refused_by_its_place() {
        var id = world.terminate();
        world.deposit(id);

        assertThat(
                        deposit(
                                id,
                                TODAY.plusDays(1),
                                TODAY.plusDays(2),
                                LocalDate.of(1900, 1, 1),
                                LocalDate.of(1899, 12, 31),
                                LocalDate.MAX,
                                LocalDate.MIN))
                .isEqualTo(new Deposit.NoSuchDay(List.of(1, 3, 4, 5)));
        assertThat(deposit(id, TODAY.plusDays(1))).isInstanceOf(Deposit.Taken.class);
    }

    private Deposit deposit(ErasureId id, LocalDate... days) {
        var records =
                Stream.of(days)
                        .map(day ->
                                new DepositRecords.Handed(
                                        PAYMENTS, day.toString(), day, null, Map.of("won", "1")))
                        .toList();
        return deposits.deposit(OMPASS, id, "newsletter", records);
    }
}
