package io.jikim.audit.application;

import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.application.port.Postings;
import io.jikim.audit.application.port.Postings.Known;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Flaw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Use case: outside systems record accesses. All that wait at one time are written together; each
/// caller's are taken whole or not at all.
@ApplicationScoped
public class RecordAccesses {
    private static final Flaw REUSED =
            new Flaw("id", "id-reused", "this id was given to another access before");
    private static final Flaw TOO_LATE = new Flaw("did.at", "too-old", "at most 31 days ago");

    private final Postings postings;
    private final AppendFacts appendFacts;

    RecordAccesses(Postings postings, AppendFacts appendFacts) {
        this.postings = postings;
        this.appendFacts = appendFacts;
    }

    /// What came of each, in their order. What was told before keeps its first place.
    ///
    /// @throws LogMoved if another process was faster; try again
    /// @throws io.jikim.audit.application.port.NotContinued if a witness knows of another log
    @Transactional
    public List<Recording> record(List<Posting> waiting) {
        var all = waiting.stream().flatMap(posting -> posting.accesses().stream()).toList();
        var known = postings.known(all);
        var fresh = new LinkedHashMap<Fact.Name, Fact.Access>();
        var refused = new ArrayList<SortedMap<Integer, Flaw>>();
        for (var posting : waiting) {
            refused.add(take(posting, known, fresh));
        }
        var indexes = indexes(known, fresh);
        var recordings = new ArrayList<Recording>();
        for (int i = 0; i < waiting.size(); i++) {
            recordings.add(recording(waiting.get(i), refused.get(i), indexes));
        }
        return recordings;
    }

    /// What is wrong with it; its new accesses join the others' where nothing is.
    private static SortedMap<Integer, Flaw> take(
            Posting posting, Map<Fact.Name, Known> known, Map<Fact.Name, Fact.Access> fresh) {
        var flaws = new TreeMap<Integer, Flaw>();
        var mine = new LinkedHashMap<Fact.Name, Fact.Access>();
        for (int i = 0; i < posting.accesses().size(); i++) {
            var access = posting.accesses().get(i);
            var name = access.name();
            var before = known.get(name);
            var beside = fresh.getOrDefault(name, mine.get(name));
            if (before != null || beside != null) {
                boolean same =
                        before != null
                                ? before.isForgotten() || access.isTold(before.fields())
                                : beside != null && access.tellsTheSame(beside);
                if (!same) {
                    flaws.put(i, REUSED);
                }
            } else if (posting.late().contains(i)) {
                flaws.put(i, TOO_LATE);
            } else {
                mine.put(name, access);
            }
        }
        if (flaws.isEmpty()) {
            mine.forEach(fresh::putIfAbsent);
        }
        return flaws;
    }

    private Map<Fact.Name, Long> indexes(
            Map<Fact.Name, Known> known, Map<Fact.Name, Fact.Access> fresh) {
        var indexes = new HashMap<Fact.Name, Long>();
        known.forEach((name, place) -> indexes.put(name, place.index()));
        if (!fresh.isEmpty()) {
            var added = appendFacts.grow(List.copyOf(fresh.values()));
            if (added.size() < fresh.size()) {
                // told to another process since it was looked for here
                throw new LogMoved(added.stream().mapToLong(Entry::index).min().orElse(0));
            }
            added.forEach(entry -> indexes.put(entry.fact().name(), entry.index()));
        }
        return indexes;
    }

    private static Recording recording(
            Posting posting, SortedMap<Integer, Flaw> flaws, Map<Fact.Name, Long> indexes) {
        return flaws.isEmpty()
                ? new Recording.Done(
                        posting.accesses().stream()
                                .map(access -> indexes.getOrDefault(access.name(), -1L))
                                .toList())
                : new Recording.Refused(flaws);
    }
}
