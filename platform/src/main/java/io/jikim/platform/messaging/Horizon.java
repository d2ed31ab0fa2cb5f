package io.jikim.platform.messaging;

/// What keeps PostgreSQL from forgetting dead rows: how long the oldest snapshot has been open, and
/// how many transactions ago the oldest one, a replication slot's too, was taken.
record Horizon(double oldestSeconds, long transactions) {

    static final Horizon NEAR = new Horizon(0, 0);
}
