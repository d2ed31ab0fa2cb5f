package io.jikim.platform.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The connections to Kafka, made when first needed: a broker that has no address yet is only away.
@Singleton
public class Broker {

    private final Map<String, Object> connection;
    private final Duration lease;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Admin admin;

    /// @param connection every `kafka.…` setting: the address, and how to log in there
    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "jikim.messaging.lease", defaultValue = "15s") Duration lease) {
        this.connection = connection;
        this.lease = lease;
    }

    public synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            producerConfig(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    public synchronized Admin admin() {
        if (admin == null) {
            admin =
                    Admin.create(
                            connectedBy(
                                    Map.of(
                                            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                            2_000,
                                            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                            5_000)));
        }
        return admin;
    }

    /// For one look; the caller closes it.
    Consumer<String, byte[]> reader() {
        var settings =
                connectedBy(
                        Map.of(
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                5_000,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false));
        // it reads what is there, and is no member of the service's group
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    boolean isReachable() {
        try {
            admin().describeCluster().nodes().get(2, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            return false;
        }
    }

    // A send is given up well before the lease ends, so that the next holder need not fear it.
    private Map<String, Object> producerConfig() {
        int giveUp = (int) Math.max(1_000, lease.toMillis() / 2);
        return connectedBy(
                Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        giveUp * 2 / 3,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        giveUp,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        giveUp / 2,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500));
    }

    private Map<String, Object> connectedBy(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(settings);
        return all;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
        }
    }
}
