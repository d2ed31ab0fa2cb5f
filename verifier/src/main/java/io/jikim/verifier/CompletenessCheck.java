package io.jikim.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the records that were shown about a person are all: each number once, each chained to
/// the one before, and none left out that somebody knows of.
final class CompletenessCheck {

    /// A number of one numbering.
    private record Number(long since, long number) {}

    private static final Comparator<Number> ORDER =
            Comparator.comparingLong(Number::since).thenComparingLong(Number::number);

    private final List<AnswerClaim> claims;
    private final Findings findings;
    private final TreeMap<Number, Known> known = new TreeMap<>(ORDER);

    CompletenessCheck(List<AnswerClaim> claims, Findings findings) {
        this.claims = List.copyOf(claims);
        this.findings = findings;
    }

    void check() {
        claims.forEach(claim -> claim.records().forEach(this::learn));
        checkIndexes();
        checkLinks();
        claims.forEach(this::checkWhole);
        claims.forEach(this::checkAgainstOthers);
    }

    /// The record that shows that nothing came between the last of an answer and its checkpoint.
    Optional<Known> following(AnswerClaim claim) {
        return Optional.ofNullable(known.get(new Number(claim.since(), claim.last() + 1)))
                .filter(record -> record.index() >= claim.size());
    }

    /// Of several who show a record the newest is kept. Two under one number are a lie that can be
    /// proven: both are signed for.
    private void learn(Known record) {
        var number = new Number(record.since(), record.number());
        var other = known.get(number);
        if (other != null && !other.leaf().equals(record.leaf())) {
            findings.fails(
                    "two records have one number: " + other.named() + " and " + record.named());
        }
        if (other == null || other.size() < record.size()) {
            known.put(number, record);
        }
    }

    private void checkIndexes() {
        var byIndex = new HashMap<Long, Known>();
        for (var record : known.values()) {
            var other = byIndex.putIfAbsent(record.index(), record);
            if (other != null) {
                findings.fails(
                        "two records stand in one place: "
                                + other.named()
                                + " and "
                                + record.named());
            }
        }
    }

    private void checkLinks() {
        Known before = null;
        for (var record : known.values()) {
            if (before != null
                    && before.since() == record.since()
                    && before.number() + 1 == record.number()) {
                checkLink(before, record);
            }
            before = record;
        }
    }

    private void checkLink(Known before, Known record) {
        if (!record.previous().equals(before.leaf()) || before.index() >= record.index()) {
            findings.fails(record.named() + " does not follow " + before.named());
        }
    }

    /// No number is missing between the first and the last.
    private void checkWhole(AnswerClaim claim) {
        var records = claim.records();
        if (!records.isEmpty() && records.getFirst().since() != claim.since()) {
            findings.fails(
                    claim.named()
                            + ": the numbering begins anew at entry "
                            + claim.since()
                            + ", though "
                            + records.getFirst().named()
                            + " of the one before is kept");
            return;
        }
        var missing = new ArrayList<String>();
        long expected = claim.first();
        for (var record : records) {
            if (record.number() > expected) {
                missing.add(range(expected, record.number() - 1));
            }
            expected = record.number() + 1;
        }
        if (!claim.isEmpty() && expected <= claim.last()) {
            missing.add(range(expected, claim.last()));
        }
        if (!records.isEmpty() && records.getLast().number() > claim.last()) {
            findings.fails(
                    claim.named()
                            + ": is said to end with number "
                            + claim.last()
                            + ", and shows "
                            + records.getLast().named());
        }
        missing.forEach(range -> findings.fails(claim.named() + ": " + range + " missing"));
    }

    private static String range(long from, long to) {
        return from == to ? "number " + from + " is" : "numbers " + from + " to " + to + " are";
    }

    /// Whatever is known to stand below an answer's checkpoint has to be in it, or to have been
    /// destroyed since it was shown.
    private void checkAgainstOthers(AnswerClaim claim) {
        var shown = new HashSet<Number>();
        claim.records().forEach(one -> shown.add(new Number(one.since(), one.number())));
        known.forEach((number, record) -> {
            if (record.index() < claim.size() && !shown.contains(number)) {
                checkAgainst(claim, record);
            }
        });
    }

    private void checkAgainst(AnswerClaim claim, Known record) {
        boolean later =
                !claim.records().isEmpty()
                        && record.since() == claim.since()
                        && record.number() > claim.last();
        if (later || record.since() > claim.since() && claim.since() >= 0) {
            findings.fails(
                    claim.named()
                            + ": "
                            + record.named()
                            + " stands below it, and is missing: the answer ends with number "
                            + claim.last());
        } else if (record.size() >= claim.size()
                && (claim.isEmpty()
                        || record.since() < claim.since()
                        || record.number() < claim.first())) {
            findings.fails(claim.named() + ": " + record.named() + " is kept, and is missing");
        }
    }
}
