package io.jikim.audit.application;

import io.jikim.audit.application.port.Tallies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: who did nothing for long is not counted any more, and his name stands nowhere because
/// he was.
@ApplicationScoped
public class ForgetQuiet {
    private final Tallies tallies;

    ForgetQuiet(Tallies tallies) {
        this.tallies = tallies;
    }

    /// Returns whether there was anything to forget.
    @Transactional
    public boolean forget() {
        return tallies.forgetQuiet();
    }
}
