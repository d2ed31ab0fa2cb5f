package io.jikim.identity.people.adapter.in.kafka;

import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.identity.people.domain.CategoryOrder;
import io.jikim.identity.people.domain.ErasureOrder;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Law;
import io.jikim.identity.people.domain.Scope;
import java.util.Optional;
import java.util.stream.Collectors;

/// Orders of retention-service in our words.
final class Orders {

    private Orders() {}

    static ErasureOrder of(ErasureOrdered ordered) {
        return new ErasureOrder(
                ordered.round(),
                of(ordered.scope()),
                ordered.orders().stream().map(Orders::category).toList());
    }

    static Scope of(ErasureOpened.Scope scope) {
        return switch (scope) {
            case MEMBERSHIP -> Scope.MEMBERSHIP;
            case PURPOSE -> Scope.PURPOSE;
        };
    }

    private static CategoryOrder category(ErasureOrdered.Order order) {
        return new CategoryOrder(
                order.category(),
                order.items().stream().map(ItemCode::new).collect(Collectors.toSet()),
                fate(order.disposition()),
                law(order));
    }

    private static Optional<Law> law(ErasureOrdered.Order order) {
        return Optional.ofNullable(order.basis())
                .map(basis -> new Law(basis, Optional.ofNullable(order.period())));
    }

    private static Fate fate(Disposition disposition) {
        return switch (disposition) {
            case ERASE, ANONYMISE -> Fate.ERASE;
            case ARCHIVE -> Fate.ARCHIVE;
            case RETAIN -> Fate.RETAIN;
            case HOLD -> Fate.HOLD;
            case KEEP -> Fate.KEEP;
        };
    }
}
