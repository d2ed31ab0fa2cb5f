package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Items as they were sent; each that cannot be kept is named, and no value is ever repeated.
final class GivenItems {

    private GivenItems() {}

    static Items of(Map<String, @Nullable String> given) {
        var values = new HashMap<ItemCode, ItemValue>();
        var errors = new ArrayList<ItemError>();
        given.forEach((code, value) -> {
            try {
                var item = new ItemCode(code);
                values.put(item, value(item, value));
            } catch (IllegalArgumentException e) {
                errors.add(new ItemError(code, "INVALID", e.getMessage()));
            }
        });
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return new Items(values);
    }

    static ItemValue one(ItemCode code, String value) {
        try {
            return value(code, value);
        } catch (IllegalArgumentException e) {
            throw invalid(List.of(new ItemError(code.value(), "INVALID", e.getMessage())));
        }
    }

    private static ItemValue value(ItemCode code, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("A value is missing");
        }
        return Items.value(code, value);
    }

    private static Refusal invalid(List<ItemError> errors) {
        return new Refusal(422, "invalid-item", "Some items cannot be kept", errors);
    }

    static Refusal refused(List<ItemCode> unknown, List<ItemCode> missing) {
        var errors = new ArrayList<ItemError>();
        unknown.forEach(code ->
                errors.add(
                        new ItemError(
                                code.value(),
                                "UNKNOWN",
                                "The policy does not collect this from this kind")));
        missing.forEach(code ->
                errors.add(new ItemError(code.value(), "MISSING", "The policy requires it")));
        return new Refusal(
                422,
                unknown.isEmpty() ? "missing-item" : "unknown-item",
                "The items are not those of the published policy",
                errors);
    }

    /// One item and what is wrong with it.
    record ItemError(String item, String problem, @Nullable String message) {}

    static Optional<ItemCode> known(String code) {
        try {
            return Optional.of(new ItemCode(code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
