package io.jikim.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The TCP ports of one stack by name; all of them listen on the loopback interface only.
final class Ports {
    private final Map<String, Integer> ports;
    private final Map<String, Integer> detours;

    private Ports(Map<String, Integer> ports, Map<String, Integer> detours) {
        this.ports = Map.copyOf(ports);
        this.detours = detours;
    }

    static Ports of(Options options) {
        var defaults = defaults(options.directories());
        for (var name : options.ports().keySet()) {
            if (!defaults.containsKey(name)) {
                throw new StackFailure(
                        "unknown port %s; there are %s".formatted(name, defaults.keySet()));
            }
        }
        var ports = new LinkedHashMap<>(options.randomPorts() ? free(defaults.keySet()) : defaults);
        ports.putAll(options.ports());
        return new Ports(ports, options.detours());
    }

    int of(String name) {
        var port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name);
        }
        return port;
    }

    /// Where services find what listens at `name`: on the way that leads round by `detour`, if
    /// there is one.
    int of(String name, String detour) {
        return detours.getOrDefault(detour, of(name));
    }

    /// Refuses to go on when somebody else listens on one of these, and names each.
    void requireFree(List<String> names) {
        var taken = new ArrayList<String>();
        for (var name : names) {
            if (!isFree(of(name))) {
                taken.add(
                        "port %d (%s) is taken by another program; choose another one with --port %s:NUMBER"
                                .formatted(of(name), name, name));
            }
        }
        if (!taken.isEmpty()) {
            throw new StackFailure(String.join(System.lineSeparator(), taken));
        }
    }

    private static boolean isFree(int port) {
        try (var _ = bound(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static ServerSocket bound(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// All sockets are held until the last one has its number, so that no number comes twice.
    private static Map<String, Integer> free(Iterable<String> names) {
        var sockets = new LinkedHashMap<String, ServerSocket>();
        try {
            for (var name : names) {
                sockets.put(name, bound(InetAddress.getLoopbackAddress(), 0));
            }
            var ports = new LinkedHashMap<String, Integer>();
            sockets.forEach((name, socket) -> ports.put(name, socket.getLocalPort()));
            for (var socket : sockets.values()) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> defaults(Directories directories) {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(directories.deploy().resolve("ports.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackFailure("cannot read " + e.getMessage(), e);
        }
        var ports = new TreeMap<String, Integer>();
        for (var name : properties.stringPropertyNames()) {
            ports.put(name, Integer.valueOf(properties.getProperty(name)));
        }
        return ports;
    }
}
