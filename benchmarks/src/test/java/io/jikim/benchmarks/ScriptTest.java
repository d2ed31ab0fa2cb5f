package io.jikim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final String TEXT =
            """
            -- a remark; with a semicolon
            \\set n random(1, 40)
            begin;
            insert into a (b)
            values (:n::text) returning id \\gset
            commit;
            delete from a where id = :id and b = :n;
            """;

    @Test
    void statements_are_read_with_their_variables_and_casts_stay() {
        var script = Script.parse(TEXT);

        assertThat(script.variable()).isEqualTo("n");
        assertThat(script.first()).isEqualTo(1);
        assertThat(script.last()).isEqualTo(40);
        assertThat(script.statements())
                .containsExactly(
                        new Script.Statement("begin", List.of(), false),
                        new Script.Statement(
                                "insert into a (b)\nvalues (?::text) returning id",
                                List.of("n"),
                                true),
                        new Script.Statement("commit", List.of(), false),
                        new Script.Statement(
                                "delete from a where id = ? and b = ?", List.of("id", "n"), false));
    }

    @Test
    void the_harder_limit_has_one_transaction() {
        var once = Script.parse(Script.inOneTransaction(TEXT));

        assertThat(once.statements().stream().map(Script.Statement::sql))
                .startsWith("begin")
                .endsWith("commit")
                .hasSize(4);
    }
}
