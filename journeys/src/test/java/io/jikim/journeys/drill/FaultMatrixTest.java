package io.jikim.journeys.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.journeys.stack.RunningStack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultMatrixTest {

    private static final long SEED = Long.getLong("jikim.drill.seed", 20_220_301L);

    @TempDir static Path output;

    @ParameterizedTest
    @MethodSource("briefly")
    void nothing_is_lost_and_nothing_happens_twice_when(Fault fault) {
        var row = new FaultMatrix(RunningStack.shared(), output, 3).strike(fault, SEED);

        assertThat(row.complaint()).isEmpty();
    }

    static List<Fault> briefly() {
        return FaultMatrix.Options.of(List.of("--brief")).chosen();
    }

    @Test
    void every_row_has_a_name_of_its_own() {
        assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
    }
}
