package io.jikim.identity.people.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an order means here: the items to delete, those of them that the archive takes first, the
/// keys of their own that die with them, and whether the person goes as a whole (then every key
/// dies).
public record ErasurePlan(
        Set<ItemCode> erase,
        Set<HeldItem> archive,
        Set<KeyClass> doomedKeys,
        boolean everything,
        List<Outcome> outcomes) {

    public ErasurePlan {
        erase = Set.copyOf(erase);
        archive = Set.copyOf(archive);
        doomedKeys = Set.copyOf(doomedKeys);
        outcomes = List.copyOf(outcomes);
    }

    ErasurePlan andRows(Set<ItemCode> gone) {
        return new ErasurePlan(
                Stream.concat(erase.stream(), gone.stream()).collect(Collectors.toSet()),
                archive,
                doomedKeys,
                everything,
                outcomes);
    }

    /// Whether every erased item can no longer be opened even from a copy of its row.
    public boolean keysCover(List<HeldItem> held) {
        return everything
                || held.stream()
                        .filter(item -> erase.contains(item.code()))
                        .allMatch(item -> doomedKeys.contains(item.keyClass()));
    }
}
