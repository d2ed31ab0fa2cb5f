package io.jikim.testkit.tokens;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A body of type `application/x-www-form-urlencoded`.
final class Form {
    private Form() {}

    static Map<String, String> parse(String body) {
        var values = new HashMap<String, String>();
        for (var field : body.split("&")) {
            var pair = field.split("=", 2);
            values.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
