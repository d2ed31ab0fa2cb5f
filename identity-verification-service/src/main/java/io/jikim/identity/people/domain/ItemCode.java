package io.jikim.identity.people.domain;

import java.util.regex.Pattern;

/// The code by which the policy names one item of personal data.
public record ItemCode(String value) implements Comparable<ItemCode> {

    // before the constant that is checked by it
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /// The address that verification mails and the result of an erasure go to.
    public static final ItemCode EMAIL = new ItemCode("email");

    public ItemCode {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("An item's code is [a-z0-9-]");
        }
    }

    @Override
    public int compareTo(ItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
