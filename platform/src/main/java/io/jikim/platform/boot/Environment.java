package io.jikim.platform.boot;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a service is told by the one who starts it: system properties, then environment variables.
record Environment(Function<String, @Nullable String> values) {

    private static final Set<String> PRIVATE = Set.of("local", "dev", "test");

    static Environment ofThisProcess() {
        return new Environment(name -> System.getProperty(name, System.getenv(name)));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.apply(name)).filter(value -> !value.isBlank());
    }

    /// Only a profile that says so may have secrets that everybody knows.
    boolean isPrivate() {
        var profiles = value("quarkus.profile").or(() -> value("QUARKUS_PROFILE")).orElse("prod");
        return Arrays.stream(profiles.split(",")).map(String::strip).anyMatch(PRIVATE::contains);
    }
}
