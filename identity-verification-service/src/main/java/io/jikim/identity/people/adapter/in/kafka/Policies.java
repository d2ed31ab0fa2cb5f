package io.jikim.identity.people.adapter.in.kafka;

import io.jikim.contracts.Kind;
import io.jikim.contracts.PolicyPublished;
import io.jikim.contracts.PolicyPublished.Item;
import io.jikim.identity.people.domain.CollectedItem;
import io.jikim.identity.people.domain.CollectionPolicy;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.PersonKind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The part of a published policy that says what may be collected.
final class Policies {

    private Policies() {}

    static CollectionPolicy of(PolicyPublished published) {
        return new CollectionPolicy(
                published.version(),
                published.items().stream().map(item -> item(item, published)).toList());
    }

    private static CollectedItem item(Item item, PolicyPublished published) {
        return new CollectedItem(
                new ItemCode(item.code()),
                item.category(),
                kinds(item.kinds(), _ -> true),
                kinds(item.required(), _ -> true),
                kinds(item.kinds(), kind -> optionalOnly(item, kind, published)));
    }

    private static boolean optionalOnly(Item item, Kind kind, PolicyPublished published) {
        var needing =
                published.purposes().stream()
                        .filter(purpose -> purpose.kinds().contains(kind))
                        .filter(purpose -> purpose.items().contains(item.code()))
                        .toList();
        return !needing.isEmpty()
                && needing.stream().allMatch(PolicyPublished.Purpose::optional)
                && !item.required().contains(kind);
    }

    private static Set<PersonKind> kinds(Set<Kind> kinds, Predicate<Kind> wanted) {
        return kinds.stream()
                .filter(wanted)
                .map(kind ->
                        switch (kind) {
                            case ADMINISTRATOR -> PersonKind.ADMINISTRATOR;
                            case SUB_ADMINISTRATOR -> PersonKind.SUB_ADMINISTRATOR;
                            case USER -> PersonKind.USER;
                        })
                .collect(Collectors.toUnmodifiableSet());
    }
}
