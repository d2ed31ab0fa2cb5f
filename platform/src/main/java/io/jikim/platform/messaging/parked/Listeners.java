package io.jikim.platform.messaging.parked;

import io.jikim.platform.messaging.Inbox;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// The service's own readers of a topic, known by their `@Incoming`: what was kept aside comes to
/// them again as it came from Kafka, so that a reader knows of one way in only.
@Singleton
class Listeners {

    private record Listener(Bean<?> bean, Method method) {}

    private final Config config;

    Listeners(Config config) {
        this.config = config;
    }

    /// Whether anybody here reads the topic. What the reader throws is thrown on.
    boolean deliver(ConsumerRecord<String, byte[]> received) {
        var listeners = of(received.topic());
        listeners.forEach(listener -> call(listener, received));
        return !listeners.isEmpty();
    }

    private List<Listener> of(String topic) {
        List<Listener> found = new ArrayList<>();
        for (var bean :
                Arc.requireContainer().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var method : bean.getBeanClass().getDeclaredMethods()) {
                if (usesInbox(bean) && takesRecords(method) && reads(method, topic)) {
                    found.add(new Listener(bean, method));
                }
            }
        }
        return found;
    }

    // Nobody else has events kept aside.
    private static boolean usesInbox(Bean<?> bean) {
        return Arrays.stream(bean.getBeanClass().getDeclaredFields())
                .anyMatch(field -> field.getType() == Inbox.class);
    }

    private static boolean takesRecords(Method method) {
        return Arrays.equals(method.getParameterTypes(), new Class<?>[] {ConsumerRecords.class});
    }

    private boolean reads(Method method, String topic) {
        return Arrays.stream(method.getAnnotationsByType(Incoming.class))
                .anyMatch(incoming -> topicOf(incoming.value()).equals(topic));
    }

    private String topicOf(String channel) {
        return config.getOptionalValue("mp.messaging.incoming." + channel + ".topic", String.class)
                .orElse(channel);
    }

    private static void call(Listener listener, ConsumerRecord<String, byte[]> received) {
        var beans = Arc.requireContainer().beanManager();
        var context = beans.createCreationalContext(listener.bean());
        var bean =
                ClientProxy.unwrap(
                        beans.getReference(
                                listener.bean(), listener.bean().getBeanClass(), context));
        try {
            listener.method().setAccessible(true);
            listener.method().invoke(bean, alone(received));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecords<String, byte[]> alone(ConsumerRecord<String, byte[]> received) {
        var place = new TopicPartition(received.topic(), received.partition());
        return new ConsumerRecords<>(Map.of(place, List.of(received)), Map.of());
    }
}
