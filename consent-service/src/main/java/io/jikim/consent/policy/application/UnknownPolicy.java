package io.jikim.consent.policy.application;

/// This tenant has no such version, or none in force.
public class UnknownPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownPolicy() {
        super("no such policy");
    }
}
