package io.jikim.audit;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Facts that nothing was told of before.
final class Facts {
    private Facts() {}

    /// Every other one an access, of one or two of forty persons.
    static List<Fact> withAccesses(int count) {
        var facts = new ArrayList<>(fresh(count));
        for (int i = 0; i < count; i += 2) {
            var subjects = new ArrayList<>(List.of(new UUID(4, i % 40)));
            if (i % 4 == 0) {
                subjects.add(new UUID(4, 40 + i % 12));
            }
            var deed = new Fact.Deed("staff-" + i % 7, "STAFF", "READ", "people/profile", "TEST");
            var told = facts.get(i).told();
            facts.set(i, new Fact.Access(told, deed, subjects, new Fact.Origin("", Map.of())));
        }
        return facts;
    }

    static List<Fact> fresh(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Told(
                                UUID.randomUUID(),
                                "facts",
                                "io.jikim.test.v1",
                                "s",
                                // as fine as clocks can be, which no column keeps
                                Instant.EPOCH.plusNanos(i),
                                "/test",
                                "1/" + i))
                .<Fact>map(told -> new Fact.Lifecycle(told, "{}", Map.of()))
                .toList();
    }
}
