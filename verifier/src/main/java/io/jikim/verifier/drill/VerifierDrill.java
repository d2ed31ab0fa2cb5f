package io.jikim.verifier.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// Has the command line and the page judge the same spoilt bundles: they must agree on each, in the
/// exit code and in every claim.
///
/// `--page FILE` the page, `--seed N` draws the same changes again, `--count N` how many (10,000),
/// `--node PROGRAM` what runs the page's script (node).
public final class VerifierDrill {

    private VerifierDrill() {}

    /// Ends with 0 where they agree on all, 1 where they do not or Node is missing, 2 where the
    /// arguments are not understood.
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    record Options(Path page, long seed, int count, String node) {

        static Options of(List<String> arguments) {
            var page = Path.of("verifier", "src", "main", "html", "verify.html");
            long seed = new Random().nextInt(1_000_000);
            int count = 10_000;
            var node = "node";
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--page" -> page = Path.of(arguments.get(++i));
                    case "--seed" -> seed = Long.parseLong(arguments.get(++i));
                    case "--count" -> count = Integer.parseInt(arguments.get(++i));
                    case "--node" -> node = arguments.get(++i);
                    default ->
                            throw new IllegalArgumentException(
                                    "The drill does not know " + arguments.get(i));
                }
            }
            return new Options(page, seed, count, node);
        }
    }

    private static boolean run(Options options) throws IOException, GeneralSecurityException {
        var directory = Files.createTempDirectory("jikim-verifiers");
        System.out.printf("The verifiers, --seed %d --count %d%n", options.seed(), options.count());
        try (var page = Page.open(options.node(), options.page())) {
            return compare(options, page, directory);
        } catch (Page.Missing e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static boolean compare(Options options, Page page, Path directory)
            throws IOException, GeneralSecurityException {
        var spoiler = new Spoiler(directory);
        var commandLine = new CommandLine(directory);
        var exits = new TreeMap<String, int[]>();
        int differ = 0;
        for (int i = 0; i < options.count(); i++) {
            var spoilt = spoiler.draw(options.seed() * 1_000_003 + i);
            var said = commandLine.verdict(spoilt);
            var shown = page.verdict(spoilt);
            exits.computeIfAbsent(spoilt.how(), how -> new int[3])[said.exit()]++;
            if (!said.equals(shown)) {
                differ++;
                report(i, spoilt, said, shown, directory);
            }
        }
        exits.forEach((how, counts) ->
                System.out.printf(
                        "  %-28s %5d hold  %5d do not  %5d cannot be read%n",
                        how, counts[0], counts[1], counts[2]));
        System.out.printf(
                "%d bundles, %d on which the command line and the page differ%n",
                options.count(), differ);
        return differ == 0;
    }

    private static void report(
            int number, Spoilt spoilt, Verdict said, Verdict shown, Path directory)
            throws IOException {
        var kept = Files.write(directory.resolve("differs-" + number + ".json"), spoilt.bundle());
        System.out.printf(
                "DIFFER %d, %s: %s%n    command line: %s%n    page: %s%n",
                number, spoilt.how(), kept, said, shown);
    }
}
