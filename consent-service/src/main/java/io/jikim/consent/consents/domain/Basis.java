package io.jikim.consent.consents.domain;

/// The ground that makes a purpose lawful (PIPA Art. 15(1)).
public enum Basis {
    CONTRACT,
    CONSENT,
    LAW
}
