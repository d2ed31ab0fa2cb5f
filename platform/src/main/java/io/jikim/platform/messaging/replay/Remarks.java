package io.jikim.platform.messaging.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.platform.messaging.Broker;
import io.jikim.platform.messaging.Complete;
import io.jikim.platform.messaging.Malformed;
import io.jikim.platform.messaging.RetryLater;
import io.jikim.platform.messaging.Topics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// The topic of remarks. A lost one is no harm: what it asked for is asked for again.
@Singleton
class Remarks {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Broker broker;

    Remarks(Broker broker) {
        this.broker = broker;
    }

    /// @throws RetryLater where the broker does not take it
    void make(Remark remark) {
        make(List.of(remark));
    }

    /// Returns when the broker has them all; none waits for the one before.
    ///
    /// @throws RetryLater where the broker does not take them
    void make(Collection<? extends Remark> remarks) {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (var remark : remarks) {
            answers.add(broker.producer().send(written(remark)));
        }
        try {
            for (var answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new RetryLater("The broker does not take a remark", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        }
    }

    private static ProducerRecord<String, byte[]> written(Remark remark) {
        try {
            return new ProducerRecord<>(
                    Topics.REPLAYS, remark.source(), JSON.writeValueAsBytes(remark));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What stands in a record of the topic.
    sealed interface Reading {
        record Legible(Remark remark) implements Reading {}

        record Illegible(String why) implements Reading {}
    }

    /// A remark has all its parts; a newer version may say more than this one knows.
    static Reading read(ConsumerRecord<String, byte[]> received) {
        try {
            return received.value() == null
                    ? new Reading.Illegible("nothing")
                    : new Reading.Legible(
                            Complete.orMalformed(JSON.readValue(received.value(), Remark.class)));
        } catch (IOException | Malformed e) {
            return new Reading.Illegible(e.getClass().getSimpleName());
        }
    }
}
