package io.jikim.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/// A text that no database keeps: it holds the character NUL, or half of a surrogate pair.
public class UnusableText extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    UnusableText(JsonParser place) {
        super(place, "a character that cannot be kept");
    }

    public static boolean is(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
