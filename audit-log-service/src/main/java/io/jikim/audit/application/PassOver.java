package io.jikim.audit.application;

import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Use case: what came and says nothing that is known here becomes no entry, and is not missed
/// either.
@ApplicationScoped
public class PassOver {
    private final Tallies tallies;

    PassOver(Tallies tallies) {
        this.tallies = tallies;
    }

    @Transactional
    public void pass(List<Numbered> numbers) {
        tallies.come(numbers);
    }
}
