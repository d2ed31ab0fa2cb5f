package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.Letter;

/// The way out to mailboxes.
public interface Post {

    /// Returns once the mail server has taken it.
    ///
    /// @throws Away if it cannot be asked now
    /// @throws Refused if it will never take this letter
    void send(Letter letter);

    /// Try again later.
    class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Away(Throwable cause) {
            super("The mail server is away", cause);
        }
    }

    /// Do not try again.
    class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(Throwable cause) {
            super("The mail server refuses the letter", cause);
        }
    }
}
