package io.jikim.identity.verification.domain;

import java.time.Duration;
import java.time.Instant;

/// A code was sent to an address; whoever reads it there can close this.
///
/// `sequence` counts the mails, and each has its own code; `tries` counts the codes entered, over
/// all mails: a new mail gives no new tries (NIST SP 800-63B-4 §3.1.3.2).
public record Verification(
        VerificationId id,
        SubjectRef subject,
        AddressIndex address,
        State state,
        int sequence,
        int tries,
        Instant expiresAt) {

    /// OWASP ASVS 5 V6.5.5 allows an out-of-band code ten minutes.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    public static final int MAX_TRIES = 5;

    public static Verification started(
            VerificationId id, SubjectRef subject, AddressIndex address, Instant at) {
        return new Verification(id, subject, address, new State.Pending(), 1, 0, at.plus(LIFETIME));
    }

    public boolean open(Instant at) {
        return state instanceof State.Pending && at.isBefore(expiresAt);
    }

    public boolean exhausted() {
        return tries >= MAX_TRIES;
    }

    public int triesLeft() {
        return Math.max(0, MAX_TRIES - tries);
    }

    /// Another mail with another code; the time to answer does not grow.
    public Verification resent() {
        return new Verification(id, subject, address, state, sequence + 1, tries, expiresAt);
    }

    public Verification in(State next) {
        return new Verification(id, subject, address, next, sequence, tries, expiresAt);
    }
}
