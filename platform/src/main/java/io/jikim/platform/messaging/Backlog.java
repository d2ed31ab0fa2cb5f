package io.jikim.platform.messaging;

/// What waits: events for the broker, and parked ones for a person.
record Backlog(long waiting, double oldestSeconds, long parked, long parkedSubjects, long gaps) {

    static final Backlog EMPTY = new Backlog(0, 0, 0, 0, 0);
}
