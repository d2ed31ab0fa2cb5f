package io.jikim.audit.application;

import io.jikim.audit.domain.Fact;
import java.util.List;
import java.util.Set;

/// What one caller wants recorded, all or nothing. `late` are the places in the list of those that
/// come too late to be new.
public record Posting(List<Fact.Access> accesses, Set<Integer> late) {
    public Posting {
        accesses = List.copyOf(accesses);
        late = Set.copyOf(late);
    }
}
