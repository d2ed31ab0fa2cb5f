package io.jikim.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks every part of a running stack whether it works, and says so in a line each. Ends with 0
/// only if all do.
public final class Status {
    private Status() {}

    /// @param arguments the environment file of the stack, and the directory of its data
    public static void main(String[] arguments) {
        try {
            var values = new EnvironmentFile(Path.of(arguments[0])).read();
            var notes = new Notes(Path.of(arguments[1])).read();
            System.exit(report(values, notes) ? 0 : 1);
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean report(Map<String, String> values, Map<String, String> notes) {
        var all = true;
        for (var part : addresses(values).entrySet()) {
            var up = works(part.getValue());
            all &= up;
            var note = notes.getOrDefault(part.getKey(), "");
            System.out.printf(
                    "  %-4s  %-30s %s%s%n",
                    up ? "up" : "DOWN",
                    part.getKey(),
                    part.getValue(),
                    note.isEmpty() ? "" : "  (" + note + ")");
        }
        return all;
    }

    private static Map<String, String> addresses(Map<String, String> values) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("postgres", server(values, "JIKIM_LIVE_ADMIN_URL"));
        addresses.put("postgres-live", server(values, "JIKIM_LIVE_ADMIN_URL"));
        addresses.put("postgres-archive", server(values, "JIKIM_ARCHIVE_ADMIN_URL"));
        addresses.put("postgres-keys", server(values, "JIKIM_KEYS_ADMIN_URL"));
        addresses.put("kafka", value(values, "JIKIM_KAFKA"));
        addresses.put("keycloak", value(values, "JIKIM_OIDC_URL"));
        addresses.put("mail", value(values, "JIKIM_MAILBOX_URL"));
        for (var service : ServiceName.values()) {
            addresses.put(service.text(), value(values, service.urlVariable()) + "/q/health/ready");
        }
        addresses.keySet().retainAll(List.of(value(values, "JIKIM_PARTS").split(",")));
        return addresses;
    }

    private static String server(Map<String, String> values, String name) {
        var url = URI.create(value(values, name).substring("jdbc:".length()));
        return url.getHost() + ":" + url.getPort();
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new StackFailure("the stack names no " + name);
        }
        return value;
    }

    private static boolean works(String address) {
        if (!address.startsWith("http")) {
            return accepts(address);
        }
        return Waiting.answers(URI.create(address));
    }

    private static boolean accepts(String hostAndPort) {
        var at = hostAndPort.lastIndexOf(':');
        try (var socket = new Socket()) {
            var port = Integer.parseInt(hostAndPort.substring(at + 1));
            socket.connect(new InetSocketAddress(hostAndPort.substring(0, at), port), 2000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
