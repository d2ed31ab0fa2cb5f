package io.jikim.audit.application;

import io.jikim.audit.application.port.Chains;
import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Entries;
import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.application.port.Periods;
import io.jikim.audit.application.port.Receipts;
import io.jikim.audit.application.port.Secrets;
import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.Numbering;
import io.jikim.audit.domain.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Use case: facts get their places in the log, all of a batch in one transaction with the
/// checkpoint over them.
@ApplicationScoped
public class AppendFacts {
    private final Entries entries;
    private final Chains chains;
    private final Checkpoints checkpoints;
    private final LogKeys keys;
    private final Receipts receipts;
    private final Secrets secrets;
    private final Continuation continuation;
    private final Periods periods;
    private final Tallies tallies;

    AppendFacts(
            Entries entries,
            Chains chains,
            Checkpoints checkpoints,
            LogKeys keys,
            Receipts receipts,
            Secrets secrets,
            Continuation continuation,
            Periods periods,
            Tallies tallies) {
        this.continuation = continuation;
        this.keys = keys;
        this.entries = entries;
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.receipts = receipts;
        this.secrets = secrets;
        this.periods = periods;
        this.tallies = tallies;
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
        tallies.come(facts.stream().map(Numbered::of).flatMap(Optional::stream).toList());
        var unknown = unknown(facts);
        var numbering = new Numbering(chains.ends(personsIn(unknown)));
        var fresh = place(unknown, before.size(), numbering);
        if (fresh.isEmpty()) {
            return fresh;
        }
        var growth = before.append(fresh.stream().map(Entry::hash).toList());
        entries.append(before, growth.frontier(), fresh, growth.tiles());
        chains.move(numbering.moved());
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

    private static LinkedHashSet<Person> personsIn(List<Fact> facts) {
        var persons = new LinkedHashSet<Person>();
        facts.forEach(fact -> persons.addAll(Numbering.persons(fact)));
        return persons;
    }

    private List<Entry> place(List<Fact> facts, long from, Numbering numbering) {
        var placed = new ArrayList<Entry>(facts.size());
        for (var fact : facts) {
            long index = from + placed.size();
            var places = numbering.next(fact, index);
            var entry = Entry.of(index, fact, periods.classOf(fact), secrets.next(), places);
            numbering.stands(fact.told().tenant(), places, index, entry.hash());
            placed.add(entry);
        }
        return placed;
    }
}
