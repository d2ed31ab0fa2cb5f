package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.Aliases;
import io.jikim.identity.people.domain.CaseId;

/// The identifiers that retention-service keeps sealed while a case is open.
public interface Deposits {

    /// May be repeated; the last deposit counts.
    ///
    /// @throws NotTaken if retention-service is away or refuses; try again later
    void deposit(CaseId to, Aliases aliases);

    /// The deposit was not accepted.
    class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotTaken(String message) {
            super(message);
        }

        public NotTaken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
