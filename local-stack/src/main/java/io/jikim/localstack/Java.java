package io.jikim.localstack;

import java.nio.file.Path;

/// The Java that runs this program, for the processes that it starts.
final class Java {
    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
