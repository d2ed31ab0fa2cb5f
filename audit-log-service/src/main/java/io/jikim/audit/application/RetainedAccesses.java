package io.jikim.audit.application;

import io.jikim.audit.application.port.Accesses;
import io.jikim.audit.application.port.Periods;
import io.jikim.audit.domain.RecordClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Query: how many access records about a person stay, under which law and until when.
@ApplicationScoped
public class RetainedAccesses {
    private final Accesses accesses;
    private final Periods periods;

    RetainedAccesses(Accesses accesses, Periods periods) {
        this.accesses = accesses;
        this.periods = periods;
    }

    /// Records of one class; the last of them ends after the day `until`.
    public record Retained(long count, String law, LocalDate until) {}

    @Transactional
    public List<Retained> about(UUID subject) {
        return accesses.about(subject).stream().map(this::retained).toList();
    }

    private Retained retained(Accesses.Kept kept) {
        var recordClass = kept.recordClass();
        var until = RecordClass.lastDay(kept.newest(), periods.of(recordClass));
        return new Retained(kept.count(), recordClass.law(), until);
    }
}
