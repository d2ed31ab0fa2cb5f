package io.jikim.consent.consents.domain;

import java.time.Instant;
import java.util.UUID;

/// A person's use of the service, from registration to termination.
public record Membership(SubjectRef subject, PersonKind kind, Standing standing) {

    /// Where a membership stands.
    public sealed interface Standing {

        /// The service is used.
        record Active() implements Standing {}

        /// The service was ended; nothing may be processed any more.
        record Terminated(UUID termination, int policyVersion, Instant at) implements Standing {}
    }

    /// What asking to end a membership leads to.
    public sealed interface Termination {

        /// The membership ends now.
        record Done(Membership ended, Standing.Terminated fact) implements Termination {}

        /// It had ended before; nothing changes.
        record AlreadyDone(Standing.Terminated fact) implements Termination {}
    }

    /// A membership that begins.
    public static Membership begun(SubjectRef subject, PersonKind kind) {
        return new Membership(subject, kind, new Standing.Active());
    }

    /// Whether the service is still used.
    public boolean active() {
        return standing instanceof Standing.Active;
    }

    /// Ends the membership; ending it a second time changes nothing.
    public Termination terminate(UUID termination, int policyVersion, Instant now) {
        return switch (standing) {
            case Standing.Terminated before -> new Termination.AlreadyDone(before);
            case Standing.Active _ -> {
                var fact = new Standing.Terminated(termination, policyVersion, now);
                yield new Termination.Done(new Membership(subject, kind, fact), fact);
            }
        };
    }
}
