package io.jikim.identity.people.domain;

/// Which of a person's data keys seals an item.
///
/// Items that the membership needs share one key, which dies with the membership. An item that only
/// optional purposes need has a key of its own, so that taking a consent back can destroy it.
public record KeyClass(String name) {

    public static final KeyClass PROFILE = new KeyClass("profile");

    public static KeyClass own(ItemCode item) {
        return new KeyClass("item:" + item);
    }
}
