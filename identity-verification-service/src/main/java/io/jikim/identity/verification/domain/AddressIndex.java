package io.jikim.identity.verification.domain;

/// A keyed hash that stands for an address: equal for equal addresses of a tenant.
public record AddressIndex(String value) {

    @Override
    public String toString() {
        return "AddressIndex[…]";
    }
}
