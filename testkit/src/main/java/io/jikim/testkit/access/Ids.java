package io.jikim.testkit.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The ids that stand in a call: in its path, its query and its body.
final class Ids {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    static List<UUID> in(Call call) {
        return Stream.of(
                        call.path().values().stream(),
                        call.query().values().stream(),
                        call.body().stream())
                .flatMap(values -> values)
                .flatMap(value -> ID.matcher(value).results())
                .map(MatchResult::group)
                .map(UUID::fromString)
                .toList();
    }

    /// The same call about things that nobody has, with an idempotency key of its own.
    static Call replacedIn(Call call) {
        var changed =
                new Call(
                        call.operation(),
                        replaced(call.path()),
                        replaced(call.query()),
                        call.headers(),
                        call.body().map(Ids::replaced));
        return call.operation().writes()
                ? changed.header("Idempotency-Key", UUID.randomUUID())
                : changed;
    }

    private static Map<String, String> replaced(Map<String, String> values) {
        var changed = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> changed.put(name, replaced(value)));
        return changed;
    }

    private static String replaced(String text) {
        return ID.matcher(text).replaceAll(_ -> UUID.randomUUID().toString());
    }
}
