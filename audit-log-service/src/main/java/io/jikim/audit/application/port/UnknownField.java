package io.jikim.audit.application.port;

import java.util.Collection;
import java.util.List;

/// An entry has no such field.
public class UnknownField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> known;

    public UnknownField(Collection<String> known) {
        super("the entry has no such field");
        this.known = List.copyOf(known);
    }

    /// The names that it has: the leaf shows them to everybody.
    public List<String> known() {
        return known;
    }
}
