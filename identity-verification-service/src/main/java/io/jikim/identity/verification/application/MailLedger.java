package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Addressees;
import io.jikim.identity.verification.application.port.Addressees.Mailbox;
import io.jikim.identity.verification.application.port.Mails;
import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Addressee;
import io.jikim.identity.verification.domain.Mail;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// The short transactions around a mail, between which the mail server is asked.
@ApplicationScoped
class MailLedger {

    private static final Access SENDING =
            new Access(
                    new Actor("identity-verification-service", "JIKIM_SERVICE"),
                    "identity.address:send",
                    "VERIFICATION",
                    "internal");

    private final Mails mails;
    private final Verifications verifications;
    private final Addressees addressees;
    private final InstantSource clock;

    MailLedger(
            Mails mails, Verifications verifications, Addressees addressees, InstantSource clock) {
        this.mails = mails;
        this.verifications = verifications;
        this.addressees = addressees;
        this.clock = clock;
    }

    @Transactional
    Optional<Mail> claim(UUID id) {
        return mails.claim(id, clock.instant());
    }

    /// Empty where it is too late, a newer mail is on its way, or nobody may write to her any more.
    @Transactional
    Optional<Mailbox> mailbox(Mail mail) {
        return verifications
                .find(mail.verification())
                .filter(found -> found.open(clock.instant()))
                .filter(found -> found.sequence() == mail.sequence())
                .filter(found -> mayWrite(found.subject(), found.address()))
                .flatMap(found -> addressees.open(found.subject(), SENDING));
    }

    private boolean mayWrite(SubjectRef subject, AddressIndex address) {
        return addressees
                .find(subject)
                .filter(found -> !found.frozen())
                .flatMap(Addressee::address)
                .filter(address::equals)
                .isPresent();
    }

    @Transactional
    void sent(Mail mail) {
        mails.sent(mail.id(), clock.instant());
    }

    @Transactional
    void dropped(Mail mail, String why) {
        mails.dropped(mail.id(), why, clock.instant());
    }

    @Transactional
    void postpone(Mail mail) {
        mails.postpone(mail.id(), clock.instant());
    }
}
