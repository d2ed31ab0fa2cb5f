package io.jikim.consent.consents.domain;

import io.jikim.consent.consents.domain.ErasureOrder.Disposition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has become of a person's records here.
public record Settlement(List<Result> results) {

    public Settlement {
        results = List.copyOf(results);
    }

    /// How many records of a category met which fate; basis and end where something stays.
    public record Result(
            String category,
            Disposition disposition,
            long count,
            @Nullable String basis,
            @Nullable LocalDate until) {}
}
