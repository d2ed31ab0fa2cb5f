package io.jikim.identity.verification.domain;

import java.util.UUID;

/// A mail that is to be sent: it holds neither the address nor the code, which are looked up and
/// computed when it goes.
public record Mail(UUID id, VerificationId verification, SubjectRef subject, int sequence) {}
