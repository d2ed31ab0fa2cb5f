package io.jikim.audit.domain;

/// What is wrong with one field of a record from outside; `code` is stable, `message` quotes
/// nothing that came in.
public record Flaw(String field, String code, String message) {
    static final String TOO_OLD = "too-old";

    /// Of a record that is wrong only by when it comes: told once more, it may have its place.
    public boolean isTooOld() {
        return code.equals(TOO_OLD);
    }
}
