package io.jikim.examples.ompass;

/// The administrator whose rows the story follows: every value is found nowhere else in the data.
public record Marker(
        long id, String email, String firstName, String lastName, String phone, String company) {

    /// A marker whose values carry `tag`, so that two runs on one machine never find each other's.
    public static Marker tagged(String tag) {
        return new Marker(
                1_000_001,
                "seoyeon." + tag + "@haneul.example",
                "서연-" + tag,
                "한",
                "10-7777-" + Math.floorMod(tag.hashCode(), 9000) + "1",
                "하늘솔루션 " + tag);
    }

    /// Family name first and unspaced, as it is written in Korean.
    public String name() {
        return lastName + firstName;
    }
}
