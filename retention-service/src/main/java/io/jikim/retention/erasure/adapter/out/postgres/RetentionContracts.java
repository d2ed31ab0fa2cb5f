package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.contracts.ErasureCertified;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.contracts.ErasureOverdue;
import io.jikim.contracts.Event;
import io.jikim.contracts.HoldPlaced;
import io.jikim.contracts.HoldReleased;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Facts of this service as the others read them.
final class RetentionContracts {
    private RetentionContracts() {}

    static Event of(ErasureFact fact) {
        return switch (fact) {
            case ErasureFact.Opened e ->
                    new ErasureOpened(
                            e.opening().id().value(),
                            e.opening().subject().value(),
                            scope(e.opening().scope()),
                            purpose(e.opening().scope()),
                            names(e.participants()),
                            e.opening().at(),
                            e.opening().deadline());
            case ErasureFact.Ordered e ->
                    new ErasureOrdered(
                            e.opening().id().value(),
                            e.opening().subject().value(),
                            e.round(),
                            scope(e.opening().scope()),
                            e.lines().stream().map(RetentionContracts::order).toList(),
                            e.at());
            case ErasureFact.Overdue e ->
                    new ErasureOverdue(
                            e.opening().id().value(),
                            e.opening().subject().value(),
                            names(e.awaited()),
                            e.opening().deadline(),
                            e.at());
            case ErasureFact.Certified e ->
                    new ErasureCertified(
                            e.opening().id().value(),
                            e.opening().subject().value(),
                            e.revision(),
                            e.level().name(),
                            e.digest(),
                            e.at());
        };
    }

    static Event of(HoldFact fact) {
        return switch (fact) {
            case HoldFact.Placed(var hold) ->
                    new HoldPlaced(
                            hold.id().value(),
                            hold.subject().value(),
                            hold.categories().stream().map(Category::code).sorted().toList(),
                            hold.placedAt());
            case HoldFact.Released(var hold) ->
                    new HoldReleased(
                            hold.id().value(),
                            hold.subject().value(),
                            Objects.requireNonNull(hold.releasedAt()));
        };
    }

    private static ErasureOpened.Scope scope(Scope scope) {
        return switch (scope) {
            case Scope.Membership _ -> ErasureOpened.Scope.MEMBERSHIP;
            case Scope.Purpose _ -> ErasureOpened.Scope.PURPOSE;
        };
    }

    private static @Nullable String purpose(Scope scope) {
        return switch (scope) {
            case Scope.Membership _ -> null;
            case Scope.Purpose(var withdrawn, _) -> withdrawn.code();
        };
    }

    private static List<String> names(List<ParticipantName> participants) {
        return participants.stream().map(ParticipantName::code).toList();
    }

    private static ErasureOrdered.Order order(PlanLine line) {
        var category = line.category().code();
        var items = line.items().stream().map(ItemCode::code).sorted().toList();
        return switch (line.disposition()) {
            case Disposition.Erase _ ->
                    new ErasureOrdered.Order(
                            category,
                            items,
                            io.jikim.contracts.Disposition.ERASE,
                            null,
                            null,
                            null);
            case Disposition.Archive(var basis) ->
                    new ErasureOrdered.Order(
                            category,
                            items,
                            io.jikim.contracts.Disposition.ARCHIVE,
                            basis.code(),
                            basis.period(),
                            null);
            case Disposition.Held(var hold) ->
                    new ErasureOrdered.Order(
                            category,
                            items,
                            io.jikim.contracts.Disposition.HOLD,
                            null,
                            null,
                            hold.value());
            case Disposition.Keep _ ->
                    new ErasureOrdered.Order(
                            category, items, io.jikim.contracts.Disposition.KEEP, null, null, null);
        };
    }
}
