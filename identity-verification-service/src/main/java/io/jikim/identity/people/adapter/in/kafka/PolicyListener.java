package io.jikim.identity.people.adapter.in.kafka;

import io.jikim.contracts.PolicyPublished;
import io.jikim.identity.people.application.AdoptPolicy;
import io.jikim.platform.messaging.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of published policies.
@ApplicationScoped
class PolicyListener {

    private final Inbox inbox;
    private final AdoptPolicy adoptPolicy;

    PolicyListener(Inbox inbox, AdoptPolicy adoptPolicy) {
        this.inbox = inbox;
        this.adoptPolicy = adoptPolicy;
    }

    @Incoming("policy")
    @Blocking
    void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive(
                "identity-verification-service",
                received,
                message -> {
                    if (message.event() instanceof PolicyPublished published) {
                        adoptPolicy.adopt(Policies.of(published));
                    }
                });
    }
}
