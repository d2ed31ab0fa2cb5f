package io.jikim.localstack;

import java.util.Set;

/// One thing that the stack starts and stops; `start` returns when it can be used.
interface Part {
    String name();

    /// Names of the parts that must run before this one starts.
    Set<String> needs();

    void start() throws Exception;

    /// Returns when the part has ended; a part that does not run is left as it is.
    void stop();

    /// Has it been started, and not ended since, of its own accord or stopped?
    boolean runs();

    /// Where a person or a program reaches it.
    String address();
}
