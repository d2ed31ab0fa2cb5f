package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Pace;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Tells the broker of accesses.
final class Feed implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AccessRecordMaker maker;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Feed(AuditScene scene, AccessRecordMaker maker) {
        this.maker = maker;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                scene.stack().setting("JIKIM_KAFKA"),
                                "acks",
                                "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// As fast as the log takes them, with no more than so many on their way; returns how many.
    ///
    /// @param taken how many of them the log has
    long whileAhead(int most, LongSupplier taken, AtomicBoolean enough)
            throws InterruptedException {
        long told = 0;
        while (!enough.get()) {
            if (told - taken.getAsLong() < most) {
                send(maker.next());
                told++;
            } else {
                Thread.sleep(5);
            }
        }
        finish();
        return told;
    }

    /// In an open loop; returns the moment at which each was due.
    Map<UUID, Long> paced(Pace pace) throws InterruptedException {
        var due = new HashMap<UUID, Long>();
        for (long moment = pace.await(); moment >= 0; moment = pace.await()) {
            var made = maker.next();
            send(made);
            due.put(made.id(), moment);
        }
        finish();
        return due;
    }

    private void send(AccessRecordMaker.Made made) {
        producer.send(made.record(), (_, e) -> failure.compareAndSet(null, e));
    }

    private void finish() {
        producer.flush();
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The broker does not take records", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
