package io.jikim.journeys.drill;

import static io.jikim.journeys.drill.Fault.brief;
import static io.jikim.journeys.drill.Fault.full;

import io.jikim.journeys.stack.RunningStack;
import io.jikim.journeys.stack.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All rows of the matrix.
final class Faults {

    private static final List<String> WITH_INBOX =
            List.of("consent-service", "identity-verification-service", "retention-service");
    private static final int COMMITS_OF_AN_ERASURE = 8;

    private Faults() {}

    static List<Fault> all() {
        var all = new ArrayList<Fault>();
        for (var service : WITH_INBOX) {
            all.add(
                    new Fault(
                            service + " is killed between sending and striking out",
                            service.equals("retention-service"),
                            field ->
                                    field.killAt(
                                            service,
                                            1 + field.chance().nextInt(3),
                                            Hears.strikingOut())));
        }
        for (var service : WITH_INBOX) {
            all.add(
                    full(
                            service + " is killed after striking out",
                            field ->
                                    field.killAt(
                                            service,
                                            1 + field.chance().nextInt(3),
                                            Hears.struckOut())));
        }
        for (var service : WITH_INBOX) {
            all.add(
                    new Fault(
                            service + " is killed between commit and offset",
                            service.equals("consent-service"),
                            field ->
                                    field.killAt(
                                            service,
                                            1 + field.chance().nextInt(3),
                                            Hears.consumed())));
        }
        for (var service : RunningStack.SERVICES) {
            all.add(
                    full(
                            service + " is killed before a commit",
                            field ->
                                    field.killAt(
                                            service,
                                            1 + field.chance().nextInt(COMMITS_OF_AN_ERASURE),
                                            Hears.commit())));
            all.add(
                    full(
                            service + " is killed after a commit",
                            field ->
                                    field.killAt(
                                            service,
                                            1 + field.chance().nextInt(COMMITS_OF_AN_ERASURE),
                                            Hears.committed())));
        }
        for (var cluster : List.of("postgres-live", "postgres-archive", "postgres-keys")) {
            all.add(full(cluster + " stops at once", field -> clusterStops(field, cluster)));
        }
        all.add(brief("broker is cut off with a backlog of 2,000", Backlog.of(2_000)));
        all.add(full("broker is cut off with a backlog of 100,000", Backlog.of(100_000)));
        all.add(full("broker is killed", Faults::brokerKilled));
        all.add(full("broker is slow", Faults::brokerSlow));
        all.add(brief("two relays after a lease ran out", TwoRelays::meet));
        all.add(brief("every topic twice, shuffled across subjects", Echo::twice));
        all.add(full("gap, poison, oversize, unknown major version", Forged::arrive));
        all.add(
                full(
                        "consent-service's database comes back as an older copy",
                        OlderCopy::comesBack));
        all.add(full("the live cluster's disk is full", FullDisk::fills));
        all.add(full("strangers join and leave the consumer groups", Rebalances::storm));
        all.add(full("a clock an hour ahead", WrongClock.by("+1h")));
        all.add(full("a clock an hour behind", WrongClock.by("-1h")));
        all.add(full("a participant is silent beyond the deadline", Silent::untilOverdue));
        all.add(full("hold between plan and destruction", Rivals::hold));
        all.add(full("participant registered in the middle of a case", Rivals::participant));
        return List.copyOf(all);
    }

    private static void clusterStops(Field field, String cluster) throws Exception {
        var trap =
                field.stack()
                        .databaseOf("retention-service")
                        .at(
                                1 + field.chance().nextInt(5),
                                Hears.commit(),
                                () -> {
                                    field.stack().kill(cluster);
                                    return Wire.Fate.PASSES;
                                });
        field.strike(trap, cluster);
    }

    private static void brokerKilled(Field field) throws Exception {
        var trap =
                field.stack()
                        .broker()
                        .at(
                                1 + field.chance().nextInt(3),
                                Hears.telling("erasure.ordered"),
                                () -> {
                                    field.stack().kill("kafka");
                                    return Wire.Fate.IS_LOST;
                                });
        field.strike(trap, "kafka");
    }

    private static void brokerSlow(Field field) {
        field.stack().broker().slow(Duration.ofMillis(150));
        field.terminateAll();
    }
}
