package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.LearnPerson;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.consent.rights.application.AcceptCorrection;
import io.jikim.consent.rights.domain.Requester;
import io.jikim.contracts.Event;
import io.jikim.contracts.PersonCorrected;
import io.jikim.contracts.PersonRegistered;
import io.jikim.platform.messaging.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// People become known, and are corrected.
@ApplicationScoped
class IdentityListener {

    private final Inbox inbox;
    private final LearnPerson learnPerson;
    private final AcceptCorrection acceptCorrection;

    IdentityListener(Inbox inbox, LearnPerson learnPerson, AcceptCorrection acceptCorrection) {
        this.inbox = inbox;
        this.learnPerson = learnPerson;
        this.acceptCorrection = acceptCorrection;
    }

    @Incoming("identity")
    @Blocking
    void on(ConsumerRecords<String, byte[]> message) {
        inbox.receive("consent-service", message, received -> apply(received.event()));
    }

    private void apply(Event event) {
        switch (event) {
            case PersonRegistered registered ->
                    learnPerson.learn(
                            new SubjectRef(registered.subjectRef()),
                            PersonKind.valueOf(registered.kind().name()));
            case PersonCorrected corrected ->
                    acceptCorrection.accept(
                            new Requester(corrected.subjectRef()), corrected.items());
            default -> {
                // the other facts about people are nothing to this service
            }
        }
    }
}
