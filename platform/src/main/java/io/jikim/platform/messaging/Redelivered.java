package io.jikim.platform.messaging;

/// Marks the work of a thread as the second coming of an event that one consumer had kept aside:
/// other consumers of the same topic are not meant.
public class Redelivered {

    private static final ScopedValue<String> CONSUMER = ScopedValue.newInstance();

    private Redelivered() {}

    public static void to(String consumer, Runnable delivery) {
        ScopedValue.where(CONSUMER, consumer).run(delivery);
    }

    static boolean isForAnother(String consumer) {
        return CONSUMER.isBound() && !CONSUMER.get().equals(consumer);
    }
}
