package io.jikim.audit.application.port;

import java.util.Map;
import java.util.Optional;

/// Records from the bus that did not become entries, kept for a second try.
public interface Leftovers {

    void keep(Leftover leftover);

    /// How many are kept, up to [#MANY]: it means "so many, or more".
    long count();

    int MANY = 10_000;

    /// A record as it came: where it stood, its key, headers and Base64 payload, and why it is
    /// here.
    record Leftover(
            Spot spot,
            Optional<String> key,
            Map<String, String> headers,
            Optional<String> payload,
            String why) {
        public Leftover {
            headers = Map.copyOf(headers);
        }
    }

    /// A place on a topic.
    record Spot(String topic, int partition, long position) {}
}
