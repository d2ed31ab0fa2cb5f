package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.platform.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Query parameters with a fixed set of values.
class Parameters {

    private Parameters() {}

    static Language language(@Nullable String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("lang", "must be ko or en"));
    }

    static PersonKind kind(@Nullable String name) {
        return Arrays.stream(PersonKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> invalid("kind", "must be one of " + List.of(PersonKind.values())));
    }

    private static Refusal invalid(String path, String message) {
        return new Refusal(
                400, "invalid-request", null, List.of(Map.of("path", path, "message", message)));
    }
}
