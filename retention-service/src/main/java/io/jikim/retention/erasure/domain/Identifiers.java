package io.jikim.retention.erasure.domain;

import org.jspecify.annotations.Nullable;

/// What identity knew about a person and participants need to find the data: sealed into the case,
/// destroyed with the certificate.
///
/// @param kind kind of person as the policy names it, such as `ADMINISTRATOR`
/// @param externalId the operator's own id of the person
/// @param email where the result notice goes; the only way left to reach the person
/// @param locale `ko` or `en`
public record Identifiers(
        String kind,
        @Nullable String externalId,
        @Nullable String email,
        String locale,
        @Nullable String displayName) {
    /// Of a person whose key was destroyed before: she came back from a backup, and nobody can say
    /// any more what others call her.
    public static final Identifiers NONE = new Identifiers("UNKNOWN", null, null, "en", null);

    /// Whether no other system can be asked for the person.
    public boolean nameNobody() {
        return externalId == null && email == null;
    }

    @Override
    public String toString() {
        return "Identifiers[sealed]";
    }
}
