package io.jikim.identity.people.domain;

/// A language that we can write to a person in.
public enum Lang {
    KO,
    EN
}
