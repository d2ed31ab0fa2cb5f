package io.jikim.identity.people.domain;

/// What a person gave for one item: 1 to 1,000 characters without control characters, so that a
/// value can never break out of a mail header; it never prints itself.
public record ItemValue(String value) {

    public ItemValue {
        if (value.isBlank() || value.length() > 1000) {
            throw new IllegalArgumentException("A value has 1 to 1000 characters");
        }
        if (value.chars().anyMatch(ItemValue::breaksLines)) {
            throw new IllegalArgumentException("A value has no control characters");
        }
    }

    private static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    @Override
    public String toString() {
        return "ItemValue[…]";
    }
}
