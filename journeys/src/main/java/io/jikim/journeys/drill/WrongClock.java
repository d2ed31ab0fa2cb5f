package io.jikim.journeys.drill;

import io.jikim.journeys.Oracle;
import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// A second instance of retention-service runs whose clock is an hour off (by libfaketime); the
/// first is killed in the middle of its work, and the second goes on with it.
final class WrongClock {

    private static final String SERVICE = "retention-service";
    private static final String LIBRARY = "libfaketimeMT.so.1";

    private WrongClock() {}

    /// @param offset as libfaketime has it, `+1h` or `-1h`
    static Fault.Strike by(String offset) {
        return field -> strike(field, offset);
    }

    private static void strike(Field field, String offset) throws Exception {
        var settings =
                Map.of(
                        "LD_PRELOAD",
                        library().toString(),
                        "FAKETIME",
                        offset,
                        // how long something takes is measured rightly
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // and how long somebody waits: the JVM waits by that clock too
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0");
        try (var second = SecondInstance.of(field.stack(), SERVICE, settings)) {
            var tells = second.database().at(1, Hears.strikingOut(), () -> Wire.Fate.PASSES);
            second.start();
            field.killUntil(SERVICE, 1 + field.chance().nextInt(3), Hears.commit(), tells);
            new Oracle(field.scene(), field.crowd())
                    .allowingNotices(2)
                    .settle(FaultMatrix.RECOVERY);
        }
    }

    private static Path library() {
        var places = Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib").map(Path::of);
        return places.filter(Files::isDirectory)
                .flatMap(WrongClock::within)
                .findFirst()
                .orElseThrow(() ->
                        new StoryBroken(
                                LIBRARY + " is not here; on Debian: apt-get install libfaketime"));
    }

    private static Stream<Path> within(Path place) {
        try {
            return Files.find(place, 4, (path, _) -> path.endsWith(LIBRARY));
        } catch (IOException e) {
            throw new StoryBroken("Cannot look into " + place, e);
        }
    }
}
