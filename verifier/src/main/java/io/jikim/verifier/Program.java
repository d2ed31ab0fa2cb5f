package io.jikim.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What all programs that verify something have in common: how they print and end.
final class Program {
    static final int HOLDS = 0;
    static final int FAILS = 1;
    static final int UNREADABLE = 2;

    /// Returns the exit code.
    interface Main {
        int run(List<String> args, PrintStream out, PrintStream err);
    }

    private Program() {}

    static void main(String[] args, Main program) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exit = UNREADABLE;
        try {
            exit = program.run(List.of(args), out, err);
        } catch (RuntimeException | OutOfMemoryError e) {
            // a fault of this program says nothing about what it was to verify
            err.println("Cannot verify: " + e);
        }
        System.exit(exit);
    }
}
