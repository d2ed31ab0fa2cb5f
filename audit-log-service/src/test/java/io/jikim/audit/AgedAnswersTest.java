package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.ShredContent;
import io.jikim.audit.domain.RecordClass;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(AgedLog.class)
class AgedAnswersTest {
    private static final Stored LOG = Stored.in(AgedLog.DATABASE);

    private final UUID her = UUID.randomUUID();

    @Inject SealedAccesses accesses;
    @Inject ShredContent shredContent;

    @TempDir Path directory;
    private Answers answers;

    @BeforeEach
    void of_one_tenant() {
        answers = new Answers("t", directory);
    }

    @Test
    void the_answer_begins_with_the_first_that_is_kept_and_numbers_go_on() {
        append(5);
        AgedLog.age("1 year 1 day");
        append(3);
        shred();

        var said = answers.verify(answers.officers(her));

        assertThat(said.text())
                .contains("all 3 records from number 6 to 8")
                .contains("numbers 1 to 5 were kept");
        assertThat(said.exit()).isZero();
    }

    @Test
    void where_nothing_is_kept_any_more_nothing_counts_her_and_another_numbering_begins() {
        append(2);
        assertThat(chains()).isEqualTo(1);

        AgedLog.age("1 year 1 day");
        shred();

        assertThat(chains()).isZero();
        append(2);
        assertThat(answers.verify(answers.officers(her)).text())
                .contains("all 2 records from number 1 to 2");
    }

    @Test
    void what_is_older_than_numbering_is_counted_and_not_numbered() {
        append(1);
        LOG.change(
                "insert into access_subject (tenant, subject, index) values ('t', '"
                        + her
                        + "', 0)",
                "access_subject");

        var said = answers.verify(answers.officers(her));

        assertThat(said.text())
                .contains("1 records are older than numbering")
                .contains("all 1 records from number 1 to 1");
        assertThat(said.exit()).isZero();
    }

    private void append(int count) {
        accesses.append(IntStream.range(0, count).mapToObj(_ -> accesses.of("t", her)).toList());
    }

    private long chains() {
        return LOG.count("select count(*) from subject_chain where subject = '" + her + "'");
    }

    private void shred() {
        for (var recordClass : RecordClass.values()) {
            while (shredContent.shred(recordClass)) {}
        }
    }
}
