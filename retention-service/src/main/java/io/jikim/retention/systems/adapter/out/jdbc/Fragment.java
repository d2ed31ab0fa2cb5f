package io.jikim.retention.systems.adapter.out.jdbc;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL with the values of its parameters, in order.
record Fragment(String sql, List<String> values) {
    static final Fragment NOBODY = new Fragment("false", List.of());

    Fragment {
        values = List.copyOf(values);
    }

    static Fragment of(String sql, String... values) {
        return new Fragment(sql, List.of(values));
    }

    Fragment and(Fragment other) {
        return new Fragment(sql + " and " + other.sql, both(other));
    }

    Fragment then(Fragment other) {
        return new Fragment(sql + other.sql, both(other));
    }

    Fragment then(String more) {
        return new Fragment(sql + more, values);
    }

    static Fragment join(String between, List<Fragment> parts) {
        var values = new ArrayList<String>();
        parts.forEach(part -> values.addAll(part.values));
        return new Fragment(
                String.join(between, parts.stream().map(Fragment::sql).toList()), values);
    }

    private List<String> both(Fragment other) {
        var all = new ArrayList<>(values);
        all.addAll(other.values);
        return all;
    }
}
