package io.jikim.identity.people.domain;

import java.util.List;

/// The policy's answer to a set of items.
public sealed interface Admission {

    /// Each item as it is to be held.
    record Admitted(List<HeldItem> items) implements Admission {
        public Admitted {
            items = List.copyOf(items);
        }
    }

    /// Items that the policy does not name for this kind, and items that it requires.
    record Refused(List<ItemCode> unknown, List<ItemCode> missing) implements Admission {
        public Refused {
            unknown = List.copyOf(unknown);
            missing = List.copyOf(missing);
        }
    }
}
