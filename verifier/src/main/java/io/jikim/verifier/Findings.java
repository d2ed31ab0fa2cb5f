package io.jikim.verifier;

import java.util.ArrayList;
import java.util.List;

/// What held and what did not, in the order it was looked at.
final class Findings {

    /// One claim of the file and whether it is true.
    record Finding(boolean holds, String claim) {}

    private final List<Finding> all = new ArrayList<>();

    void holds(String claim) {
        all.add(new Finding(true, claim));
    }

    void fails(String claim) {
        all.add(new Finding(false, claim));
    }

    /// Says the claim with its reason where it is false.
    void check(boolean holds, String claim, String otherwise) {
        all.add(new Finding(holds, holds ? claim : otherwise));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    boolean allHold() {
        return !all.isEmpty() && all.stream().allMatch(Finding::holds);
    }
}
