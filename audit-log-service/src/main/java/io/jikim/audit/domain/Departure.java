package io.jikim.audit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Something that has left the log, as the log says it about itself.
///
/// It is known by what it says, so that it is said once, whoever says it again after a crash.
public sealed interface Departure {
    /// Nobody's: every tenant may see it.
    String NO_TENANT = "";

    /// What it says, by names that can be disclosed one by one.
    SortedMap<String, String> said();

    String type();

    Instant at();

    default Fact fact() {
        var said = said();
        var data =
                said.entrySet().stream()
                        .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        var told =
                new Told(event(data), NO_TENANT, type(), "log", at(), "/audit-log-service", "0/0");
        return new Fact.Lifecycle(told, data, said);
    }

    /// A UUID of version 8 (RFC 9562).
    private UUID event(String data) {
        var name = ("jikim/departure/v1\0" + type() + "\0" + data).getBytes(StandardCharsets.UTF_8);
        var hash = ByteBuffer.wrap(Sha256.of(name).bytes());
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// A part of the log, `[firstIndex, endIndex)`, that was begun in this month.
    record Pruned(long firstIndex, long endIndex, LocalDate month, Instant at)
            implements Departure {
        @Override
        public String type() {
            return "io.jikim.log.pruned.v1";
        }

        @Override
        public SortedMap<String, String> said() {
            return new TreeMap<>(
                    Map.of(
                            "firstIndex", Long.toString(firstIndex),
                            "endIndex", Long.toString(endIndex),
                            "month", month.toString().substring(0, 7)));
        }
    }

    /// What entries of each class said, below the index that is named for it.
    record Shredded(SortedMap<RecordClass, Long> below, Instant at) implements Departure {
        public Shredded {
            below = new TreeMap<>(below);
        }

        @Override
        public String type() {
            return "io.jikim.log.shredded.v1";
        }

        @Override
        public SortedMap<String, String> said() {
            var said =
                    below.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" "));
            return new TreeMap<>(Map.of("shreddedBelow", said));
        }
    }
}
