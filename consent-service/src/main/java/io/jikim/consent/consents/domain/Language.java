package io.jikim.consent.consents.domain;

import java.util.Locale;

/// The languages in which a notice is shown.
public enum Language {
    KO,
    EN;

    /// The two-letter code, `ko` or `en`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
