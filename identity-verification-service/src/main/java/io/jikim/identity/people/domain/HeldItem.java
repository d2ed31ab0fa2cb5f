package io.jikim.identity.people.domain;

/// An item that we hold of a person, without its value.
public record HeldItem(ItemCode code, String category, KeyClass keyClass) {}
