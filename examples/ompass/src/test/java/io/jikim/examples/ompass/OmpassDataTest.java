package io.jikim.examples.ompass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OmpassDataTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Marker MARKER = Marker.tagged("t1");

    private final String sql = String.join("\n", data(1000, 7).statements());

    @Test
    void the_same_seed_and_day_make_the_same_rows() {
        assertThat(data(1000, 7).statements()).isEqualTo(data(1000, 7).statements());
        assertThat(data(1000, 8).statements()).isNotEqualTo(data(1000, 7).statements());
    }

    @Test
    void a_thousand_people_are_a_thousand_rows_of_people() {
        assertThat(rows("administrators") + rows("sub_administrators") + rows("users"))
                .isEqualTo(1000);
    }

    @Test
    void her_payments_are_six_years_old_four_years_old_and_of_today() {
        assertThat(rows("payments", MARKER.email())).isEqualTo(3);
        assertThat(sql)
                .contains(
                        "'2020-11-24T00:00:00Z'",
                        "'2022-11-24T00:00:00Z'",
                        "'2026-11-24T00:00:00Z'");
    }

    @Test
    void she_added_people_and_acted_on_other_peoples_rows() {
        assertThat(rows("sub_administrators", "," + MARKER.id() + ",")).isGreaterThanOrEqualTo(3);
        assertThat(rows("users", "," + MARKER.id() + ",")).isGreaterThanOrEqualTo(5);
        assertThat(rows("policy_logs", MARKER.email())).isGreaterThanOrEqualTo(9);
    }

    @Test
    void a_text_with_a_quote_stays_one_literal() {
        var rows = new Rows("t");
        rows.add(1, "O'Neil", null);

        assertThat(rows.statements()).containsExactly("insert into t values\n(1,'O''Neil',null)");
    }

    private static OmpassData data(int people, long seed) {
        return new OmpassData(people, seed, TODAY, MARKER);
    }

    private long rows(String table) {
        return rows(table, "");
    }

    private long rows(String table, String with) {
        return data(1000, 7).statements().stream()
                .filter(statement -> statement.startsWith("insert into " + table + " "))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("(") && line.contains(with))
                .count();
    }
}
