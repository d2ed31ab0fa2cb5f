package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.Identifiers;

/// Tells a person what was erased, what stays, until when and under which law.
public interface ResultNotices {
    /// @throws NoticeRefused if the mail server refuses the address
    /// @throws NoticeNotSent while the mail server does not take it for another reason
    void send(Identifiers person, Erasure.Verified erasure);

    /// The mail server refuses the recipient with a permanent reply.
    class NoticeRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reply;
        private final boolean certain;

        /// @param reply the numbers of the reply
        /// @param certain whether they say that nobody has this address; else it may be the server
        ///   that takes nothing from us
        public NoticeRefused(String reply, boolean certain) {
            super("the mail server refuses the recipient: " + reply);
            this.reply = reply;
            this.certain = certain;
        }

        public String reply() {
            return reply;
        }

        public boolean isCertain() {
            return certain;
        }
    }

    /// The notice could not be handed over; it is tried again.
    class NoticeNotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoticeNotSent(Throwable cause) {
            super("the mail server did not take the notice", cause);
        }
    }
}
