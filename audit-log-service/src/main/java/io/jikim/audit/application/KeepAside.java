package io.jikim.audit.application;

import io.jikim.audit.application.port.Leftovers;
import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Use case: a record that cannot become an entry is kept, and everything behind it goes on.
@ApplicationScoped
public class KeepAside {
    private final Leftovers leftovers;
    private final Tallies tallies;

    KeepAside(Leftovers leftovers, Tallies tallies) {
        this.leftovers = leftovers;
        this.tallies = tallies;
    }

    /// @param numbers its own, if it has one that can be read: it has come, and has an alarm
    ///   already
    @Transactional
    public void keep(Leftovers.Leftover leftover, List<Numbered> numbers) {
        leftovers.keep(leftover);
        tallies.come(numbers);
    }
}
