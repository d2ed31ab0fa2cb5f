package io.jikim.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// How many events per second the databases of this machine take with 8 clients that do nothing
/// else.
interface Limit {

    int CLIENTS = 8;

    String name();

    double perSecond(String script, int seconds) throws IOException, InterruptedException;

    /// pgbench where it is installed, otherwise a program of our own that runs the same script.
    static Limit of(String superuser, Path scratch) {
        return PgBench.installed()
                .<Limit>map(program -> new PgBench(program, superuser, scratch))
                .orElseGet(() -> new JdbcLimit(superuser));
    }
}
