package io.jikim.consent.consents.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// What a person must be told before answering: purpose, items, period, the right to refuse and
/// what refusing costs (PIPA Art. 15(2)).
public record Notice(
        String purpose,
        PersonKind kind,
        Language language,
        boolean optional,
        String title,
        List<Clause> clauses) {

    public Notice {
        clauses = List.copyOf(clauses);
    }

    /// One thing told: a heading such as "Items collected" and what stands under it.
    public record Clause(String heading, String text) {}

    /// Exactly the text to show, line by line; nothing else is consented to.
    public String text() {
        return clauses.stream()
                .map(clause -> clause.heading() + ": " + clause.text())
                .collect(Collectors.joining("\n", title + "\n", "\n"));
    }

    /// Lower-case hex SHA-256 of the UTF-8 bytes of [#text]: any change of the text is another
    /// notice, and needs consent again.
    public String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
