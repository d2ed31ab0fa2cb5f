package io.jikim.platform.messaging;

/// The database does not know what was said in its name: it stands in one epoch, and another mark
/// was reached. It may speak again in the epoch `next`.
public record Outdated(int knownEpoch, int saidEpoch, long saidMark, int next) {

    /// Whether a database in this epoch may speak.
    public boolean isOverIn(int epoch) {
        return epoch > saidEpoch;
    }

    /// For whoever looks after the installation.
    public String sentence() {
        return ("the database is older than what was told from it (epoch %d, mark %d; it stands in"
                        + " epoch %d): it was restored, or another one speaks in its name; open epoch"
                        + " %d by POST /v1/ops/epochs when it is to go on")
                .formatted(saidEpoch, saidMark, knownEpoch, next);
    }
}
