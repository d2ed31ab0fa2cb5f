package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Identifiers;

/// Tells a person what was erased, what stays, until when and under which law.
public interface ResultNotices {
    /// @throws NoticeNotSent while the mail server does not take it
    void send(Identifiers person, Erasure.Verified erasure);

    /// The notice could not be handed over; it is tried again.
    class NoticeNotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoticeNotSent(Throwable cause) {
            super("the mail server did not take the notice", cause);
        }
    }
}
