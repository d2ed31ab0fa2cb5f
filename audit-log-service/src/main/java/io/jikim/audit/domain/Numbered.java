package io.jikim.audit.domain;

import java.util.Optional;

/// A number in a stream of access records: who tells them and about whose doings, in order and
/// without gaps within an epoch.
public record Numbered(String source, String tenant, String subject, int epoch, long number) {

    private static final long LARGEST = 1L << 53;

    /// Of an access that was told on the bus; other facts have readers of their own who miss them.
    public static Optional<Numbered> of(Fact fact) {
        return fact instanceof Fact.Access ? of(fact.told()) : Optional.empty();
    }

    private static Optional<Numbered> of(Told told) {
        int slash = told.position().indexOf('/');
        return slash < 0
                ? Optional.empty()
                : of(
                        told,
                        Integer.parseInt(told.position(), 0, slash, 10),
                        Long.parseLong(told.position().substring(slash + 1)));
    }

    private static Optional<Numbered> of(Told told, int epoch, long number) {
        return Optional.of(
                        new Numbered(told.source(), told.tenant(), told.subject(), epoch, number))
                .filter(Numbered::isPossible);
    }

    /// Speakers count from 1; what has no number is 0.
    public boolean isPossible() {
        return epoch > 0 && number > 0 && number < LARGEST;
    }
}
