package io.jikim.testkit.stack;

import java.util.List;

/// One received mail; `text` and `html` are its parts, empty when there is none.
public record Mail(
        String from, List<String> to, String subject, String sent, String text, String html) {}
