package io.jikim.localstack;

import java.io.PrintStream;
import java.time.Duration;

/// What the person who starts the stack sees: one line when a part runs, with the time it took.
record Progress(PrintStream out) {

    synchronized void running(Part part, Duration took) {
        out.printf("  %-30s %5.1f s   %s%n", part.name(), took.toMillis() / 1000.0, part.address());
    }

    synchronized void say(String sentence) {
        out.println(sentence);
    }
}
