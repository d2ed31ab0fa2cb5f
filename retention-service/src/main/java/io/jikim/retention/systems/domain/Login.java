package io.jikim.retention.systems.domain;

/// How Jikim reaches an operator's database. The password never shows in text.
public record Login(String url, String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
