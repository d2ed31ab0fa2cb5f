package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.application.port.Leftovers.Leftover;
import io.jikim.audit.application.port.Leftovers.Spot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record as it is kept aside; PostgreSQL takes no zero byte in a text.
final class LeftoverOf {
    private LeftoverOf() {}

    static Leftover record(ConsumerRecord<String, byte[]> received, String why) {
        var headers = new TreeMap<String, String>();
        received.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), header.value() == null ? "" : text(header.value())));
        var spot = new Spot(received.topic(), received.partition(), received.offset());
        return new Leftover(
                spot,
                Optional.ofNullable(received.key()).map(key -> key.replace("\0", "")),
                headers,
                Optional.ofNullable(received.value()).map(Base64.getEncoder()::encodeToString),
                why);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8).replace("\0", "");
    }
}
