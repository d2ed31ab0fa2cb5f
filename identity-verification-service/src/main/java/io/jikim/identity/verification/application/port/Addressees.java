package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Addressee;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.platform.access.Access;
import java.time.Instant;
import java.util.Optional;

/// The people that mail can go to.
public interface Addressees {

    Optional<Addressee> find(SubjectRef subject);

    /// The address in clear, and its record in the same transaction.
    Optional<Mailbox> open(SubjectRef subject, Access access);

    /// @return false where the person has another address by now, or is frozen
    boolean verified(SubjectRef subject, AddressIndex address, Instant at);

    /// Where mail goes, and in which language (`ko`, `en`).
    record Mailbox(String address, String lang) {

        @Override
        public String toString() {
            return "Mailbox[…]";
        }
    }
}
