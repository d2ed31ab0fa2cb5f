package io.jikim.identity.people.domain;

/// The operator's own id of a person, 1 to 200 visible characters; personal data, so it never
/// prints itself.
public record ExternalId(String value) {

    public ExternalId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("An external id has 1 to 200 characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An external id has no control characters");
        }
    }

    @Override
    public String toString() {
        return "ExternalId[…]";
    }
}
