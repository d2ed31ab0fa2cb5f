package io.jikim.retention.erasure.adapter.out.smtp;

import io.jikim.retention.erasure.application.port.ResultNotices;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Result;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logging.Logger;

/// The result notice, in Korean or English, by mail.
@ApplicationScoped
class MailedNotices implements ResultNotices {
    private static final Logger LOG = Logger.getLogger(MailedNotices.class);
    private final Mailer mailer;
    private final Template text;
    private final MailServer server;

    MailedNotices(Mailer mailer, @Location("notice.txt") Template text, MailServer server) {
        this.mailer = mailer;
        this.text = text;
        this.server = server;
    }

    @Override
    public void send(Identifiers person, Erasure.Verified erasure) {
        var words = NoticeWords.in(person.locale());
        var course = erasure.course();
        var result = Result.of(erasure.parts(), course.plan(), course.expiries());
        var body =
                text.data("words", words)
                        .data("case", erasure.id().toString())
                        .data("gone", words.gone(result))
                        .data("stays", words.stays(result))
                        .render();
        try {
            mailer.send(
                    Mail.withText(
                            Objects.requireNonNull(person.email()), words.get("subject"), body));
            server.taken();
        } catch (RuntimeException e) {
            var refusal = RecipientRefusal.in(e);
            if (refusal.isPresent() && refusal.get().isCertain()) {
                server.taken();
                LOG.infof(
                        "A result notice cannot be delivered case=%s reply=%s",
                        erasure.id(), refusal.get().reply());
                throw refusal.get();
            }
            server.refused();
            LOG.warnf("A result notice waits for the mail server case=%s", erasure.id());
            throw refusal.<RuntimeException>map(known -> known)
                    .orElseGet(() -> new NoticeNotSent(e));
        }
    }
}
