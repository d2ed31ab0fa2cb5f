package io.jikim.consent.consents.domain;

/// How the answer was taken: the six ways of PIPA Decree Art. 17(2).
public enum Method {
    SIGNED_PAPER,
    PHONE,
    PHONE_AND_WEB,
    WEB,
    EMAIL,
    EQUIVALENT
}
