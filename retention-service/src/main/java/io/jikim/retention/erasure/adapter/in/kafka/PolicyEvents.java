package io.jikim.retention.erasure.adapter.in.kafka;

import io.jikim.contracts.PolicyPublished;
import io.jikim.platform.messaging.Inbox;
import io.jikim.retention.erasure.application.AdoptPolicy;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Policies as they are published.
@ApplicationScoped
class PolicyEvents {
    private final Inbox inbox;
    private final AdoptPolicy adopt;

    PolicyEvents(Inbox inbox, AdoptPolicy adopt) {
        this.inbox = inbox;
        this.adopt = adopt;
    }

    @Incoming("policy")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive(
                "retention-service",
                received,
                message -> {
                    if (message.event() instanceof PolicyPublished published) {
                        adopt.adopt(PublishedRules.of(published));
                    }
                });
    }
}
