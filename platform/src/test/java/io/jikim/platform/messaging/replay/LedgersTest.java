package io.jikim.platform.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.platform.messaging.Sql;
import io.jikim.testkit.stack.Stack;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class LedgersTest {

    private static final int STREAMS = 10_500;
    private static final int MOST = 1_000;

    @Inject Ledgers ledgers;

    @Inject
    @DataSource("system")
    javax.sql.DataSource system;

    private final String source = "/many-" + UUID.randomUUID();

    @BeforeEach
    void says_much() {
        Sql.update(
                system,
                """
                insert into subject_stream (tenant, subject, topic, source, last_sequence)
                select 'ompass', gen_random_uuid()::text, 'jikim.consent', ?, 5
                from generate_series(1, ?)
                """,
                source,
                STREAMS);
    }

    @AfterEach
    void forgets_it() {
        Sql.update(system, "delete from subject_stream where source = ?", source);
    }

    /// At no time is more of them here than a page.
    @Test
    void a_speaker_of_many_streams_tells_each_once_and_a_page_at_a_time() {
        long told = 0;
        int largest = 0;
        var before = Remark.At.BEFORE_ALL;
        for (var page = page(before); !page.isEmpty(); page = page(before)) {
            var subjects = page.stream().map(Remark.At::subject).toList();
            assertThat(subjects).isSorted().doesNotHaveDuplicates();
            assertThat(subjects.getFirst()).isGreaterThan(before.subject());
            before = page.getLast();
            largest = Math.max(largest, page.size());
            told += page.size();
        }

        assertThat(told).isEqualTo(STREAMS);
        assertThat(largest).isEqualTo(MOST);
    }

    private List<Remark.At> page(Remark.At last) {
        var buckets = IntStream.range(0, 256).boxed().toList();
        return new ArrayList<>(
                ledgers.reached(new Remark.Unequal(source, "jikim.consent", buckets), last, MOST));
    }
}
