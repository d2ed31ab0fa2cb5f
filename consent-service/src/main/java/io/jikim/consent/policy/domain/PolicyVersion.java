package io.jikim.consent.policy.domain;

import java.time.Instant;

/// One version of a tenant's policy; versions count from 1.
public record PolicyVersion(PolicyId id, int number, PolicyDocument document, State state) {

    /// Whether the version is in force.
    public sealed interface State {

        /// Imported and checked, seen by nobody.
        record Draft(Instant importedAt) implements State {}

        /// Shown to everybody, and obeyed.
        record Published(Instant importedAt, Instant at) implements State {}
    }

    /// What asking to publish leads to.
    public sealed interface Publication {

        /// The version is in force now.
        record Done(PolicyVersion published) implements Publication {}

        /// It had been published before; nothing changes.
        record AlreadyDone(PolicyVersion published) implements Publication {}

        /// A newer version is in force: going back needs a new version, which people can see.
        record Overtaken(int by) implements Publication {}
    }

    /// Publishes this version, where `inForce` is the number of the one published last, 0 if none.
    public Publication publish(int inForce, Instant now) {
        return switch (state) {
            case State.Published _ -> new Publication.AlreadyDone(this);
            case State.Draft(var importedAt) ->
                    inForce > number
                            ? new Publication.Overtaken(inForce)
                            : new Publication.Done(
                                    new PolicyVersion(
                                            id,
                                            number,
                                            document,
                                            new State.Published(importedAt, now)));
        };
    }
}
