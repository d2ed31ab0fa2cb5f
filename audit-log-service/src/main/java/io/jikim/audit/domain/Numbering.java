package io.jikim.audit.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Gives each record its place among those about each person it names, in the order of the log.
public final class Numbering {
    private final Map<Person, ChainEnd> ends;
    private final Map<Person, ChainEnd> moved = new LinkedHashMap<>();

    /// @param ends where the chains of these persons end so far; who is not there has none
    public Numbering(Map<Person, ChainEnd> ends) {
        this.ends = new HashMap<>(ends);
    }

    /// Each person once, however often she is named.
    public static List<Person> persons(Fact fact) {
        return switch (fact) {
            case Fact.Access access ->
                    access.subjects().stream()
                            .distinct()
                            .map(subject -> new Person(fact.told().tenant(), subject))
                            .toList();
            case Fact.Lifecycle _, Fact.Claim _ -> List.of();
        };
    }

    /// The places of a fact that is to stand at `index`.
    public List<Place> next(Fact fact, long index) {
        return persons(fact).stream().map(person -> next(person, index)).toList();
    }

    /// The fact stands there: what comes next is chained to its leaf.
    public void stands(String tenant, List<Place> places, long index, Hash leaf) {
        for (var place : places) {
            var person = new Person(tenant, place.subject());
            var end = new ChainEnd(place.since(), place.number(), index, leaf);
            ends.put(person, end);
            moved.put(person, end);
        }
    }

    /// The chains that have grown, and where they end now.
    public Map<Person, ChainEnd> moved() {
        return Map.copyOf(moved);
    }

    private Place next(Person person, long index) {
        var end = ends.get(person);
        UUID subject = person.subject();
        return end == null ? Place.first(subject, index) : end.next(subject);
    }
}
