package io.jikim.identity.people.domain;

/// How much of a person's data an erasure is about.
public enum Scope {
    MEMBERSHIP,
    PURPOSE
}
