package io.jikim.retention.systems.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.PlanLine;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line of an order that let something go, as it is stored.
///
/// @param basis and `period` for what was archived; null for what was erased
record StoredLine(
        String category, List<String> items, @Nullable String basis, @Nullable String period) {
    StoredLine {
        items = List.copyOf(items);
    }

    static List<StoredLine> of(List<PlanLine> lines) {
        return lines.stream()
                .filter(line ->
                        switch (line.disposition()) {
                            case Disposition.Erase _, Disposition.Archive _ -> true;
                            case Disposition.Held _, Disposition.Keep _ -> false;
                        })
                .map(StoredLine::of)
                .toList();
    }

    private static StoredLine of(PlanLine line) {
        var items = line.items().stream().map(ItemCode::code).sorted().toList();
        return line.disposition() instanceof Disposition.Archive(var basis)
                ? new StoredLine(
                        line.category().code(), items, basis.code(), basis.period().toString())
                : new StoredLine(line.category().code(), items, null, null);
    }

    PlanLine toDomain() {
        return new PlanLine(
                new Category(category),
                items.stream().map(ItemCode::new).collect(Collectors.toSet()),
                basis == null || period == null
                        ? new Disposition.Erase()
                        : new Disposition.Archive(new Basis(basis, Period.parse(period))));
    }
}
