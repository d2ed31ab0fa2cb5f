package io.jikim.retention.erasure.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a published policy version says about keeping and destroying.
///
/// @param digest lower-case hex SHA-256 of the policy's canonical JSON
/// @param restoreDays days between "processing stopped" and destruction; 0 destroys at once
/// @param items the category of each item
/// @param statutory the law that keeps a category after its purpose ended; a category without one
///   goes at once
public record PolicyRules(
        int version,
        String digest,
        int restoreDays,
        List<PurposeRule> purposes,
        Map<ItemCode, Category> items,
        Map<Category, Basis> statutory) {
    public PolicyRules {
        purposes = List.copyOf(purposes);
        items = Map.copyOf(items);
        statutory = Map.copyOf(statutory);
    }

    /// Every category that the policy names anywhere.
    public Set<Category> categories() {
        return Stream.of(
                        items.values().stream(),
                        statutory.keySet().stream(),
                        purposes.stream().flatMap(purpose -> purpose.categories().stream()))
                .flatMap(named -> named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<ItemCode> itemsOf(Category category) {
        return items.entrySet().stream()
                .filter(item -> item.getValue().equals(category))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<PurposeRule> purposesOf(Set<PurposeCode> codes) {
        return purposes.stream().filter(purpose -> codes.contains(purpose.code())).toList();
    }

    /// Law before destruction: what a law keeps moves to the archive, the rest goes.
    Disposition endOf(Category category) {
        var basis = statutory.get(category);
        return basis == null ? new Disposition.Erase() : new Disposition.Archive(basis);
    }
}
