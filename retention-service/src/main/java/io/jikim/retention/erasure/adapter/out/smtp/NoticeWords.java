package io.jikim.retention.erasure.adapter.out.smtp;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Result;
import io.jikim.retention.erasure.domain.Stay;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The words of the notice in the person's language.
final class NoticeWords {
    private final ResourceBundle words;
    private final Locale locale;

    private NoticeWords(Locale locale) {
        this.locale = locale;
        words =
                ResourceBundle.getBundle(
                        "words/notice",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Korean unless the person reads English.
    static NoticeWords in(String locale) {
        return new NoticeWords(locale.startsWith("en") ? Locale.ENGLISH : Locale.KOREAN);
    }

    /// Called by the template.
    public String get(String key) {
        return words.getString(key);
    }

    List<String> gone(Result result) {
        return result.gone().entrySet().stream()
                .map(entry -> say("gone.line", name(entry.getKey()), entry.getValue()))
                .toList();
    }

    List<String> stays(Result result) {
        return result.stays().stream().map(this::stay).distinct().toList();
    }

    private String stay(Stay stay) {
        var name = name(stay.category());
        return switch (stay.outcome()) {
            case ARCHIVED, RETAINED ->
                    say(
                            stay.until() == null ? "stay.open" : "stay.law",
                            name,
                            stay.count(),
                            String.valueOf(stay.until()),
                            law(String.valueOf(stay.basis())));
            case HELD -> say("stay.held", name, stay.count());
            case KEPT, ERASED, ANONYMISED ->
                    say(
                            "stay.kept",
                            name,
                            stay.neededBy().stream()
                                    .map(PurposeCode::code)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        };
    }

    private String name(Category category) {
        var key = "category." + category.code();
        return words.containsKey(key) ? words.getString(key) : category.code();
    }

    // A policy names its laws as "Korean · English".
    private String law(String basis) {
        var parts = basis.split(" · ", 2);
        return parts[parts.length == 2 && locale.equals(Locale.ENGLISH) ? 1 : 0];
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }
}
