package io.jikim.retention.systems.adapter.out.postgres;

import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An outcome as it is stored.
record StoredOutcome(List<Count> counts, String level, List<Place> residues, String evidence) {
    StoredOutcome {
        counts = List.copyOf(counts);
        residues = List.copyOf(residues);
    }

    record Count(
            String category,
            String outcome,
            long count,
            @Nullable String basis,
            @Nullable String until) {}

    record Place(String where, @Nullable String until) {}

    static StoredOutcome of(SystemOutcome.Done done) {
        return new StoredOutcome(
                done.tallies().stream()
                        .map(tally ->
                                new Count(
                                        tally.category().code(),
                                        tally.outcome().name(),
                                        tally.count(),
                                        tally.basis(),
                                        text(tally.until())))
                        .toList(),
                done.level().name(),
                done.residues().stream()
                        .map(residue -> new Place(residue.where(), text(residue.until())))
                        .toList(),
                done.evidence());
    }

    SystemOutcome.Done toDomain() {
        return new SystemOutcome.Done(
                counts.stream()
                        .map(count ->
                                new Tally(
                                        new Category(count.category()),
                                        Outcome.valueOf(count.outcome()),
                                        count.count(),
                                        count.basis(),
                                        date(count.until())))
                        .toList(),
                Level.valueOf(level),
                residues.stream()
                        .map(place -> new Residue(place.where(), date(place.until())))
                        .toList(),
                evidence);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return Optional.ofNullable(date).map(LocalDate::toString).orElse(null);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse).orElse(null);
    }
}
