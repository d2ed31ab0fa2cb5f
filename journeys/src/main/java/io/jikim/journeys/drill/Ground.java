package io.jikim.journeys.drill;

import io.jikim.journeys.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stack of its own whose services reach the broker and their databases over wires only.
final class Ground implements AutoCloseable {

    static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");

    private final RunningStack stack;
    private final Wire broker;
    private final Map<String, Wire> databases;

    private Ground(RunningStack stack, Wire broker, Map<String, Wire> databases) {
        this.stack = stack;
        this.broker = broker;
        this.databases = databases;
    }

    static Ground open() {
        int live = freePort();
        int kafka = freePort();
        var broker = new Wire(new KafkaDialect(), kafka);
        var databases = new LinkedHashMap<String, Wire>();
        for (var service : SERVICES) {
            databases.put(service, new Wire(new PostgresDialect(), live));
        }
        var options = new ArrayList<String>();
        options.add("--port=live:" + live);
        options.add("--port=kafka:" + kafka);
        options.add("--via=kafka:" + broker.port());
        databases.forEach((service, wire) -> options.add("--via=" + service + ":" + wire.port()));
        return new Ground(RunningStack.with(options), broker, databases);
    }

    RunningStack stack() {
        return stack;
    }

    /// All services' way to the broker.
    Wire broker() {
        return broker;
    }

    /// One service's way to its live database.
    Wire databaseOf(String service) {
        return java.util.Objects.requireNonNull(databases.get(service), service);
    }

    /// Everything runs and every wire is whole again.
    void restore() {
        broker.mend();
        databases.values().forEach(Wire::mend);
        stack.startAll();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stack.close();
        broker.close();
        databases.values().forEach(Wire::close);
    }
}
