package io.jikim.localstack;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Starts the local stack and stays until it is told to end (a signal, or the end of the input that
/// controls it).
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var progress = new Progress(System.out);
        try {
            run(Options.parse(List.of(arguments)), progress);
            System.exit(0);
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | InterruptedException e) {
            System.err.println("the stack ends: " + e);
            System.exit(1);
        }
    }

    private static void run(Options options, Progress progress)
            throws IOException, InterruptedException {
        options.directories().create();
        logTo(options.directories());
        var ports = Ports.of(options);
        var environments = new Environments(ports, options.directories(), options.oneCluster());
        var parts = new Parts(options, ports, environments);
        ports.requireFree(parts.portNames());
        new KeyMaterial(options.directories().keys()).create();
        var stack = new Stack(parts.make(), progress, new Notes(options.directories().data()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        stack.start();
        options.environment()
                .ifPresent(file -> new EnvironmentFile(file).write(environments, stack.names()));
        stack.supervise();
        progress.say("READY");
        if (options.controlled()) {
            new Control(stack, progress).obey();
        } else {
            new CountDownLatch(1).await();
        }
    }

    /// Must come before the first logger is asked for.
    private static void logTo(Directories directories) {
        System.setProperty("org.slf4j.simpleLogger.logFile", directories.log("kafka").toString());
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    }
}
