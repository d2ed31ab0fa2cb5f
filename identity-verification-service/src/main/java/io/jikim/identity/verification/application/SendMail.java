package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Addressees.Mailbox;
import io.jikim.identity.verification.application.port.Codes;
import io.jikim.identity.verification.application.port.Post;
import io.jikim.identity.verification.domain.Letter;
import io.jikim.identity.verification.domain.Mail;
import io.jikim.identity.verification.domain.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Use case: a queued mail is sent, dropped where it would come too late, or kept for later where
/// something is away.
@ApplicationScoped
public class SendMail {

    private final MailLedger ledger;
    private final Codes codes;
    private final Post post;

    public SendMail(MailLedger ledger, Codes codes, Post post) {
        this.ledger = ledger;
        this.codes = codes;
        this.post = post;
    }

    public Delivery send(UUID id) {
        var claimed = ledger.claim(id);
        if (claimed.isEmpty()) {
            return new Delivery.Dropped("taken");
        }
        try {
            return send(claimed.get());
        } catch (RuntimeException e) {
            ledger.postpone(claimed.get());
            return new Delivery.Postponed(e);
        }
    }

    private Delivery send(Mail mail) {
        var mailbox = ledger.mailbox(mail);
        if (mailbox.isEmpty()) {
            ledger.dropped(mail, "outdated");
            return new Delivery.Dropped("outdated");
        }
        try {
            post.send(letter(mail, mailbox.get()));
        } catch (Post.Refused _) {
            ledger.dropped(mail, "refused");
            return new Delivery.Dropped("refused");
        }
        ledger.sent(mail);
        return new Delivery.Sent();
    }

    private Letter letter(Mail mail, Mailbox mailbox) {
        return new Letter(
                mail.id(),
                mailbox.address(),
                mailbox.lang(),
                codes.of(mail.verification(), mail.sequence()),
                (int) Verification.LIFETIME.toMinutes());
    }

    /// How it went.
    public sealed interface Delivery {
        record Sent() implements Delivery {}

        record Dropped(String why) implements Delivery {}

        record Postponed(RuntimeException cause) implements Delivery {}
    }
}
