package io.jikim.identity.verification.adapter.in.rest;

import java.time.Instant;

/// The mailbox has had enough mail for now.
class TooSoon extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant again;

    TooSoon(Instant again) {
        super("too-soon", null, false, false);
        this.again = again;
    }

    Instant again() {
        return again;
    }
}
