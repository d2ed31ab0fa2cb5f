package io.jikim.retention.erasure.adapter.out.smtp;

import io.jikim.retention.erasure.application.port.ResultNotices.NoticeRefused;
import io.vertx.ext.mail.SMTPException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from a failed sending whether the mail server refuses this recipient for good.
///
/// An enhanced code (RFC 3463) says what is wrong: the address (5.1.x, 5.2.1), or something that
/// would meet everybody's mail (5.7.x policy, 5.1.7 and 5.1.8 our own address). Without one the
/// reply to RCPT TO alone can be about the recipient, and 550 stands for policy as well (RFC 5321
/// §4.2.3), so that it is not certain.
final class RecipientRefusal {
    private static final Set<String> NOBODY_THERE =
            Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");
    private static final Set<Integer> OF_A_RECIPIENT = Set.of(550, 551, 553);
    // As the mail client begins its message when RCPT TO was refused.
    private static final String AT_RCPT_TO = "recipient address not accepted";
    private static final Pattern ENHANCED =
            Pattern.compile("\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})(?:\\s.*)?", Pattern.DOTALL);

    private RecipientRefusal() {}

    static Optional<NoticeRefused> in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SMTPException.class::isInstance)
                .map(SMTPException.class::cast)
                .findFirst()
                .filter(SMTPException::isPermanent)
                .flatMap(RecipientRefusal::read);
    }

    private static Optional<NoticeRefused> read(SMTPException reply) {
        var code = reply.getReplyCode();
        var enhanced =
                reply.getReplyMessages().stream()
                        .map(ENHANCED::matcher)
                        .filter(line -> line.matches())
                        .map(line -> line.group(1))
                        .findFirst();
        if (enhanced.isPresent()) {
            return enhanced.filter(NOBODY_THERE::contains)
                    .map(status -> new NoticeRefused(code + " " + status, true));
        }
        var ofRecipient = String.valueOf(reply.getMessage()).startsWith(AT_RCPT_TO);
        return ofRecipient && OF_A_RECIPIENT.contains(code)
                ? Optional.of(new NoticeRefused(String.valueOf(code), false))
                : Optional.empty();
    }
}
