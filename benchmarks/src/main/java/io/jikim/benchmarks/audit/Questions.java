package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Progress;
import io.jikim.benchmarks.SmallService;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Milliseconds of one caller after another over HTTP, when everything is warm, in a log of so many
/// entries: an inclusion proof of any entry, and the search for the accesses of any person.
record Questions(
        int entries,
        double loadAverage,
        Map<String, Object> proofMillis,
        Map<String, Object> searchBySubjectMillis) {

    private static final int MOST = 5_000;

    Questions {
        proofMillis = Figures.inOrder(proofMillis);
        searchBySubjectMillis = Figures.inOrder(searchBySubjectMillis);
    }

    /// @param seconds for each kind of question, and as many before to warm up
    static Questions ask(SmallService service, SeededLog log, int seconds) throws IOException {
        int entries = log.entries();
        int people = log.people();
        Progress.say("questions to a log of %d entries", entries);
        var random = new SplittableRandom(4711);
        var proofs =
                Stream.generate(
                        () -> "/v1/log/proofs/" + SeededEntry.event(random.nextInt(entries)));
        var searches =
                Stream.generate(() ->
                        "/v1/access-records?subjectRef="
                                + SeededEntry.person(random.nextInt(people)));
        var stranger = Caller.auditor(service.address(), Map.of());
        var auditor = Caller.auditor(service.address(), Map.of("Jikim-Reason", "INSPECTION"));
        return new Questions(
                entries,
                Progress.load(),
                times(stranger, proofs, seconds),
                times(auditor, searches, seconds));
    }

    private static Map<String, Object> times(Caller caller, Stream<String> paths, int seconds)
            throws IOException {
        var endless = paths.iterator();
        caller.times(endless, MOST, seconds);
        return caller.times(endless, MOST, seconds);
    }
}
