package io.jikim.audit;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Facts that nothing was told of before.
final class Facts {
    private Facts() {}

    static List<Fact> fresh(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Told(
                                UUID.randomUUID(),
                                "facts",
                                "io.jikim.test.v1",
                                "s",
                                Instant.EPOCH,
                                "/test",
                                "1/" + i))
                .<Fact>map(told -> new Fact.Lifecycle(told, "{}", Map.of()))
                .toList();
    }
}
