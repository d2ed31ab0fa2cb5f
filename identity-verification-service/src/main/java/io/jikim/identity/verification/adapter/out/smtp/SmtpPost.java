package io.jikim.identity.verification.adapter.out.smtp;

import io.jikim.identity.verification.application.port.Post;
import io.jikim.identity.verification.domain.Letter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;

/// Hands letters to the mail server; every repetition of one has the same Message-ID.
@ApplicationScoped
class SmtpPost implements Post {

    private final Mailer mailer;
    private final Wording wording;

    SmtpPost(Mailer mailer, Wording wording) {
        this.mailer = mailer;
        this.wording = wording;
    }

    @Override
    public void send(Letter letter) {
        try {
            mailer.send(mail(letter));
        } catch (RuntimeException e) {
            throw refusedForGood(e) ? new Refused(e) : new Away(e);
        }
    }

    private Mail mail(Letter letter) {
        return new Mail()
                .addTo(letter.to())
                .setSubject(wording.subject(letter))
                .setText(wording.text(letter))
                .setHtml(wording.html(letter))
                .addHeader("Message-ID", "<" + letter.id() + "@jikim>")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static boolean refusedForGood(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                return refusal.isPermanent();
            }
        }
        return false;
    }
}
