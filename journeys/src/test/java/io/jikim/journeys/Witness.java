package io.jikim.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Sees what is told from now on, so that a fault can be struck at a fact and not at a time.
final class Witness implements AutoCloseable {

    private final String tenant;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Told> seen = new ArrayList<>();

    Witness(Stage stage, String tenant) {
        this.tenant = tenant;
        consumer = Told.consumer(stage.get("JIKIM_KAFKA"));
        var partitions = Told.partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // the end is looked up when it is first needed, and that must be now
        partitions.forEach(consumer::position);
    }

    /// Returns as soon as this fact was told of the tenant for the first time.
    void await(String fact) {
        Patience.until(
                fact + " is told",
                Scene.SOON,
                () -> {
                    consumer.poll(Duration.ofMillis(5))
                            .forEach(record -> seen.add(Told.of(record)));
                    return seen.stream()
                            .anyMatch(t -> t.tenant().equals(tenant) && t.fact().equals(fact));
                });
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
