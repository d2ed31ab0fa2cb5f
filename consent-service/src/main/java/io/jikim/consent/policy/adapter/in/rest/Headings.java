package io.jikim.consent.policy.adapter.in.rest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The page's own words, which are not part of a policy.
class Headings {

    private static final Map<String, Map<String, String>> ALL =
            Map.of("ko", load("ko"), "en", load("en"));

    private Headings() {}

    static Map<String, String> in(String language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<String, String> load(String language) {
        var file = "/policy-page_" + language + ".properties";
        try (var in = Objects.requireNonNull(Headings.class.getResourceAsStream(file));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var words = new HashMap<String, String>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> words.put(key, properties.getProperty(key)));
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
