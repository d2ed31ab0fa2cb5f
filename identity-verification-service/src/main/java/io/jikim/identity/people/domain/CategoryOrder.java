package io.jikim.identity.people.domain;

import java.util.Optional;
import java.util.Set;

/// The ordered fate of one category: of `items`, or of all of it where that is empty. `law` is what
/// something stays under.
public record CategoryOrder(String category, Set<ItemCode> items, Fate fate, Optional<Law> law) {

    public CategoryOrder {
        items = Set.copyOf(items);
    }

    boolean names(HeldItem item) {
        return item.category().equals(category) && (items.isEmpty() || items.contains(item.code()));
    }
}
