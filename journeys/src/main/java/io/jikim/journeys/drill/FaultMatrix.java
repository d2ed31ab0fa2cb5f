package io.jikim.journeys.drill;

import io.jikim.journeys.Crowd;
import io.jikim.journeys.Oracle;
import io.jikim.journeys.Scene;
import io.jikim.journeys.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Strikes with every fault, one after another, and lets one oracle judge what each left behind:
/// nothing lost, no second effect, order per subject, nothing destroyed under a hold, every case
/// certified or alarmed.
///
/// `--seed N` draws the same moments again, `--brief` takes the short form, `--only WORDS` the rows
/// whose name has these words, `--from WORDS` the first such row and all after it, `--people N` how
/// many are erased in each row (4).
public final class FaultMatrix {

    /// A killed part's share goes to another only when its session at the broker is over.
    static final Duration RECOVERY = Duration.ofMinutes(3);

    private final RunningStack stack;
    private final Path output;
    private final int people;

    FaultMatrix(RunningStack stack, Path output, int people) {
        this.stack = stack;
        this.output = output;
        this.people = people;
    }

    /// What became of one row.
    ///
    /// @param complaint empty where the oracle has none
    record Row(String fault, long seed, int people, Duration took, String complaint) {

        boolean isGood() {
            return complaint.isEmpty();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-4s  %-58s  seed %-12d  %d people  %5.1f s%s",
                    isGood() ? "ok" : "RED",
                    fault,
                    seed,
                    people,
                    took.toMillis() / 1e3,
                    isGood() ? "" : "\n" + complaint.indent(10).stripTrailing());
        }
    }

    /// Ends with 0 where no row is red, 1 where one is, 2 where the arguments are not understood.
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var output = Files.createTempDirectory("jikim-drill");
        System.out.printf("The fault matrix, --seed %d%n", options.seed());
        var matrix = new FaultMatrix(RunningStack.shared(), output, options.people());
        var rows = new ArrayList<Row>();
        for (var fault : options.chosen()) {
            var row = matrix.strike(fault, options.seed());
            System.out.println(row);
            rows.add(row);
        }
        long red = rows.stream().filter(row -> !row.isGood()).count();
        System.out.printf(
                "%d faults, %d people erased, %d red%n",
                rows.size(), rows.stream().mapToInt(Row::people).sum(), red);
        System.exit(red == 0 ? 0 : 1);
    }

    record Options(long seed, boolean brief, String only, String from, int people) {

        static Options of(List<String> arguments) {
            long seed = new Random().nextInt(1_000_000);
            boolean brief = false;
            String only = "";
            String from = "";
            int people = 4;
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--seed" -> seed = Long.parseLong(arguments.get(++i));
                    case "--brief" -> brief = true;
                    case "--only" -> only = arguments.get(++i);
                    case "--from" -> from = arguments.get(++i);
                    case "--people" -> people = Integer.parseInt(arguments.get(++i));
                    default ->
                            throw new IllegalArgumentException(
                                    "The matrix does not know " + arguments.get(i));
                }
            }
            return new Options(seed, brief, only, from, people);
        }

        List<Fault> chosen() {
            return Faults.all().stream()
                    .dropWhile(fault -> !fault.name().contains(from))
                    .filter(fault -> fault.brief() || !brief)
                    .filter(fault -> fault.name().contains(only))
                    .toList();
        }
    }

    /// One row. Its moments depend on the seed and its name only, so that it can be drawn alone.
    Row strike(Fault fault, long seed) {
        long from = System.nanoTime();
        String complaint = "";
        try (var scene = new Scene(stack.stage(), output)) {
            scene.open(Math.max(60, people * 5));
            var crowd = Crowd.join(scene, people);
            var chance = new Random(seed ^ fault.name().hashCode());
            try {
                fault.strike().on(new Field(stack, scene, crowd, chance));
            } finally {
                stack.mend();
            }
            new Oracle(scene, crowd).allowingNotices(2).settle(RECOVERY);
        } catch (Exception e) {
            complaint = String.valueOf(e.getMessage());
        }
        return new Row(
                fault.name(), seed, people, Duration.ofNanos(System.nanoTime() - from), complaint);
    }
}
