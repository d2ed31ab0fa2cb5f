package io.jikim.retention.erasure.domain;

import java.util.Set;

/// A purpose of the policy, with the single items and the whole categories that it needs.
public record PurposeRule(PurposeCode code, Set<ItemCode> items, Set<Category> categories) {
    public PurposeRule {
        items = Set.copyOf(items);
        categories = Set.copyOf(categories);
    }

    boolean needs(ItemCode item, Category category) {
        return items.contains(item) || categories.contains(category);
    }
}
