package io.jikim.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The format stands in PostgreSQL's manual under COPY, "Binary Format".
class CopyRowsTest {

    private static final String HEAD = "5047434f50590aff0d0a00" + "00000000" + "00000000";
    private static final String END = "ffff";

    @Test
    void no_rows_are_a_head_and_an_end() throws IOException {
        assertThat(hex(new CopyRows())).isEqualTo(HEAD + END);
    }

    @Test
    void each_column_stands_behind_its_length() throws IOException {
        var rows = new CopyRows().row(3).int8(258).text("ä").int2(7);

        assertThat(hex(rows))
                .isEqualTo(
                        HEAD
                                + "0003"
                                + "00000008"
                                + "0000000000000102"
                                + "00000002"
                                + "c3a4"
                                + "00000002"
                                + "0007"
                                + END);
    }

    @Test
    void time_is_counted_in_microseconds_from_the_year_2000() throws IOException {
        var rows = new CopyRows().row(1).timestamp(Instant.parse("1999-12-31T23:59:59.999999Z"));

        assertThat(hex(rows)).isEqualTo(HEAD + "0001" + "00000008" + "ffffffffffffffff" + END);
    }

    private static String hex(CopyRows rows) throws IOException {
        return HexFormat.of().formatHex(rows.sent().readAllBytes());
    }
}
