package io.jikim.platform.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final String NAME = "io.jikim.platform.trouble.test";

    private final List<String> said = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>();
    private final Troubles troubles = new Troubles(Logger.getLogger(NAME));

    @Test
    void a_database_that_is_away_is_told_once_and_its_return_once() {
        listening(() -> {
            for (int i = 0; i < 3; i++) {
                troubles.during("sweep", TroublesTest::fails);
            }
            troubles.during("sweep", () -> {});
            troubles.during("sweep", () -> {});
        });

        assertThat(said).containsExactly("WARN", "INFO");
    }

    @Test
    void one_place_does_not_hide_another() {
        listening(() -> {
            troubles.during("sweep tenant=a", TroublesTest::fails);
            troubles.during("sweep tenant=b", TroublesTest::fails);
        });

        assertThat(said).containsExactly("WARN", "WARN");
    }

    @Test
    void the_log_hears_the_kind_of_the_failure_and_none_of_its_words() {
        listening(() -> troubles.during("sweep tenant=a", TroublesTest::fails));

        assertThat(thrown).containsExactly("java.lang.IllegalStateException");
    }

    private static void fails() {
        throw new IllegalStateException("away");
    }

    private void listening(Runnable work) {
        var logger = java.util.logging.Logger.getLogger(NAME);
        var ear =
                new Handler() {
                    @Override
                    public void publish(LogRecord told) {
                        if (told.getThrown() != null) {
                            thrown.add(told.getThrown().toString());
                        }
                        said.add(told.getLevel().getName().replace("WARNING", "WARN"));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        logger.addHandler(ear);
        try {
            work.run();
        } finally {
            logger.removeHandler(ear);
        }
    }
}
