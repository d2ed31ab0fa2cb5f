package io.jikim.journeys;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/// Tells a story to a person: numbered steps, and under each what was found by looking.
public final class Narrator {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private int step;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String title) {
        step++;
        out.printf("%n%2d  %s%n", step, title);
    }

    void found(String sentence) {
        out.println("    ✓ " + sentence);
    }

    void note(String sentence) {
        out.println("      " + sentence);
    }

    /// Says it if it is so. @throws StoryBroken if it is not
    void check(boolean so, String sentence) {
        if (!so) {
            throw new StoryBroken("Not so in step " + step + ": " + sentence);
        }
        found(sentence);
    }

    void end(String sentence) {
        out.printf("%n%s (%.1f s)%n", sentence, (System.nanoTime() - start) / 1e9);
    }

    /// A head and rows of the same number of cells, in columns as wide as their longest cell.
    void table(List<String> head, List<List<String>> rows) {
        out.println();
        Stream.concat(Stream.of(head), rows.stream())
                .forEach(cells -> {
                    for (var column = 0; column < head.size(); column++) {
                        var width = width(column, head, rows);
                        out.printf(" %-" + width + "s ", cells.get(column));
                    }
                    out.println();
                });
    }

    private static int width(int column, List<String> head, List<List<String>> rows) {
        return Stream.concat(Stream.of(head), rows.stream())
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElseThrow();
    }
}
