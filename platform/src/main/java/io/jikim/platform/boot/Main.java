package io.jikim.platform.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The entrance of every service: looks at its secrets before a database is reached with them.
@QuarkusMain
public class Main {

    // EX_CONFIG of sysexits.h: whoever restarts it will not help
    private static final int MISCONFIGURED = 78;

    private Main() {}

    public static void main(String... arguments) {
        var environment = Environment.ofThisProcess();
        if (!environment.isPrivate()) {
            var faults = Secrets.named(Main.class.getClassLoader()).faults(environment);
            if (!faults.isEmpty()) {
                System.err.println("No start with these settings: " + String.join("; ", faults));
                System.exit(MISCONFIGURED);
            }
        }
        Quarkus.run(arguments);
    }
}
