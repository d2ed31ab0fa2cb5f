package io.jikim.platform.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The settings that are secrets, and why one is none. A value is never repeated.
record Secrets(List<String> names) {

    private static final String FILE = "META-INF/jikim/secrets";
    private static final int SHORTEST = 16;

    // the local stack's: a role is its own password, a client's secret is its name with "-secret"
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(consent|identity|audit|retention|archive|keys)_[a-z_]+|[a-z-]+-service");
    private static final Set<String> WORDS =
            Set.of("password", "secret", "example", "changeme", "change-me", "placeholder", "${");

    Secrets {
        names = List.copyOf(names);
    }

    /// All that the parts of a service name, each in a file of its own.
    static Secrets named(ClassLoader parts) {
        var names = new ArrayList<String>();
        try {
            for (var file : Collections.list(parts.getResources(FILE))) {
                try (InputStream in = file.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("No part names its secrets in " + FILE);
        }
        return new Secrets(names);
    }

    /// One sentence for each setting that is wrong.
    List<String> faults(Environment environment) {
        var faults = new ArrayList<String>();
        var seen = new HashMap<String, String>();
        for (var name : names) {
            var value = environment.value(name);
            var twin = value.flatMap(v -> Optional.ofNullable(seen.putIfAbsent(v, name)));
            value.map(Secrets::fault)
                    .orElse(Optional.of("is missing"))
                    .or(() -> twin.map(other -> "is the same as " + other))
                    .ifPresent(fault -> faults.add(name + " " + fault));
        }
        return faults;
    }

    private static Optional<String> fault(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        if (LOCAL.matcher(lower).matches() || WORDS.stream().anyMatch(lower::contains)) {
            return Optional.of("is an example");
        }
        if (value.length() < SHORTEST || value.chars().distinct().count() < SHORTEST / 2) {
            return Optional.of("can be guessed: a secret has 16 random characters at least");
        }
        return Optional.empty();
    }
}
