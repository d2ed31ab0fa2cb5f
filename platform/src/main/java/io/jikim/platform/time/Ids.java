package io.jikim.platform.time;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/// Where new ids come from, so that a test can say which one is next.
@FunctionalInterface
public interface Ids {

    /// A new id; ids made later by the same source sort later (RFC 9562 §5.7, version 7).
    UUID next();

    static Ids version7() {
        return Generators.timeBasedEpochGenerator()::generate;
    }
}
