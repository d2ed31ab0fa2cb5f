package io.jikim.journeys;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Looks for values in text and in bytes, however they may be written there: plain, in a URL, in
/// JSON with escapes, or as Base64 of the value alone.
final class Traces {

    private record Form(String value, String written) {}

    private final List<Form> forms;

    Traces(Collection<String> values) {
        forms = values.stream().flatMap(value -> written(value).stream()).distinct().toList();
    }

    /// Which values stand in these bytes.
    TreeSet<String> in(byte[] bytes) {
        // every byte is one character, so that binary segments can be searched as text
        var text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        var found = new TreeSet<String>();
        for (var form : forms) {
            if (text.contains(form.written())) {
                found.add(form.value());
            }
        }
        return found;
    }

    TreeSet<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /// `file: value` for each value that stands in one of the files.
    TreeSet<String> in(Collection<Path> files) throws IOException {
        var found = new TreeSet<String>();
        for (var file : files) {
            in(Files.readAllBytes(file)).forEach(v -> found.add(file.getFileName() + ": " + v));
        }
        return found;
    }

    private static List<Form> written(String value) {
        var plain = value.getBytes(StandardCharsets.UTF_8);
        var inUrl = URLEncoder.encode(value, StandardCharsets.UTF_8);
        var ways = new ArrayList<String>();
        ways.add(new String(plain, StandardCharsets.ISO_8859_1));
        ways.add(inUrl);
        ways.add(inUrl.replace("+", "%20"));
        // a path may hold an at sign as it is
        ways.add(inUrl.replace("+", "%20").replace("%40", "@"));
        ways.add(escaped(value));
        ways.add(Base64.getEncoder().withoutPadding().encodeToString(plain));
        return ways.stream().map(way -> new Form(value, way.toLowerCase(Locale.ROOT))).toList();
    }

    private static String escaped(String value) {
        var escaped = new StringBuilder();
        for (var c : value.toCharArray()) {
            escaped.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }
}
