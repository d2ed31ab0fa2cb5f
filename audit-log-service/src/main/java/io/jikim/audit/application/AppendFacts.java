package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Entries;
import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.application.port.Periods;
import io.jikim.audit.application.port.Receipts;
import io.jikim.audit.application.port.Secrets;
import io.jikim.audit.domain.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Use case: facts get their places in the log, all of a batch in one transaction with the
/// checkpoint over them.
@ApplicationScoped
public class AppendFacts {
    private final Entries entries;
    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final Receipts receipts;
    private final Secrets secrets;
    private final Continuation continuation;
    private final Periods periods;

    AppendFacts(
            Entries entries,
            Checkpoints checkpoints,
            LogKeys keys,
            Receipts receipts,
            Secrets secrets,
            Continuation continuation,
            Periods periods) {
        this.continuation = continuation;
        this.keys = keys;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.receipts = receipts;
        this.secrets = secrets;
        this.periods = periods;
    }

    /// Returns how many were new: a fact told twice keeps its first place.
    ///
    /// @throws io.jikim.audit.application.port.LogMoved if another sequencer was faster; try again
    /// @throws io.jikim.audit.application.port.NotContinued if a witness knows of another log
    @Transactional
    public int append(List<Fact> facts) {
        return grow(facts).size();
    }

    /// The new entries, in the transaction of another use case.
    List<Entry> grow(List<Fact> facts) {
        var before = entries.frontier();
        continuation.require(before.size());
        var fresh = place(unknown(facts), before.size());
        if (fresh.isEmpty()) {
            return fresh;
        }
        var growth = before.append(fresh.stream().map(Entry::hash).toList());
        entries.append(before, growth.frontier(), fresh, growth.tiles());
        var head = growth.frontier();
        checkpoints.save(new SignedHead(head.size(), keys.sign(head)));
        receipts.announce(fresh);
        return fresh;
    }

    private List<Fact> unknown(List<Fact> facts) {
        var byName = new LinkedHashMap<Fact.Name, Fact>();
        facts.forEach(fact -> byName.putIfAbsent(fact.name(), fact));
        byName.keySet().removeAll(entries.known(List.copyOf(byName.keySet())));
        return List.copyOf(byName.values());
    }

    private List<Entry> place(List<Fact> facts, long from) {
        var placed = new ArrayList<Entry>(facts.size());
        for (var fact : facts) {
            var recordClass = periods.classOf(fact);
            placed.add(Entry.of(from + placed.size(), fact, recordClass, secrets.next()));
        }
        return placed;
    }
}
