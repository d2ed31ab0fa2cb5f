package io.jikim.consent.rights.application;

import java.util.Collection;
import java.util.List;

/// Items that the policy does not name for this kind of person.
public class UnknownItems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> items;

    public UnknownItems(Collection<String> items) {
        super("unknown items " + items);
        this.items = items.stream().sorted().toList();
    }

    public List<String> items() {
        return items;
    }
}
