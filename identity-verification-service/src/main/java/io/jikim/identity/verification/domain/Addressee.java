package io.jikim.identity.verification.domain;

import java.util.Optional;

/// A person as far as mail to her goes, without the address.
public record Addressee(
        SubjectRef subject, Optional<AddressIndex> address, boolean frozen, boolean verified) {}
