package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Category;
import java.util.List;
import java.util.Set;

/// Nobody in this tenant keeps anything under these names.
public class UnknownCategories extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Category> unknown;
    private final transient List<Category> known;

    UnknownCategories(Set<Category> unknown, Set<Category> known) {
        super("unknown categories");
        this.unknown = unknown.stream().sorted().toList();
        this.known = known.stream().sorted().toList();
    }

    public List<Category> unknown() {
        return unknown;
    }

    public List<Category> known() {
        return known;
    }
}
