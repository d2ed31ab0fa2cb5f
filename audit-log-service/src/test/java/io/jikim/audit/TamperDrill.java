package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Plays the rogue administrator on copies of a log of some size, and prints who found what.
///
/// No part of the build: `./jikim drill tamper` runs it; `TamperTest` is the same in short.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
@QuarkusTestResource(value = WitnessProcess.class, restrictToAnnotatedClass = true)
class TamperDrill {
    @Inject TamperPlay play;

    @Test
    void whatever_a_rogue_administrator_does_is_found_and_named() throws SQLException, IOException {
        long seed = Long.getLong("jikim.drill.seed", new Random().nextInt(1_000_000));
        int entries = Integer.getInteger("jikim.drill.entries", 20_000);
        assertThat(play.play(seed, entries, System.out)).isEmpty();
    }
}
