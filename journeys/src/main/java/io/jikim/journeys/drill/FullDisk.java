package io.jikim.journeys.drill;

import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The live cluster cannot write any more, as on a disk that is full: its processes may not make a
/// file longer than it is allowed (`RLIMIT_FSIZE`), so that the next commit meets a log without
/// room. PostgreSQL gives up, and cannot recover until there is room again.
final class FullDisk {

    private static final String CLUSTER = "postgres-live";

    private FullDisk() {}

    static void fills(Field field) throws Exception {
        long cluster = field.stack().pidOf(CLUSTER);
        var trap =
                field.stack()
                        .databaseOf("retention-service")
                        .at(
                                1 + field.chance().nextInt(5),
                                Hears.commit(),
                                () -> {
                                    limit(cluster);
                                    return Wire.Fate.PASSES;
                                });
        field.strike(trap, CLUSTER);
    }

    private static void limit(long cluster) {
        var processes =
                ProcessHandle.of(cluster).stream()
                        .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
                        .toList();
        for (var process : processes) {
            // one that has ended meanwhile writes nothing either
            if (run("prlimit", "--fsize=4096:", "--pid=" + process.pid()) != 0
                    && process.isAlive()) {
                throw new StoryBroken("prlimit (of util-linux) cannot limit " + process.pid());
            }
        }
    }

    private static int run(String... words) {
        try {
            return new ProcessBuilder(new ArrayList<>(List.of(words)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StoryBroken("There is no " + words[0] + " here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }
}
