package io.jikim.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What held and what did not, in the order it was looked at.
final class Findings {

    /// One claim of the file and whether it is true.
    record Finding(boolean holds, String claim) {}

    private final List<Finding> all = new ArrayList<>();
    private Optional<String> remark = Optional.empty();

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

    /// What a reader should know besides; it neither holds nor fails.
    void remark(String text) {
        remark = Optional.of(text);
    }

    Optional<String> remark() {
        return remark;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    boolean allHold() {
        return !all.isEmpty() && all.stream().allMatch(Finding::holds);
    }
}
