package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Use case: what the sweep found decides whether the case is verified or a system has to try
/// again.
@ApplicationScoped
public class RecordSweep {
    private final Erasures erasures;
    private final InstantSource clock;
    private final LookAgain again;

    RecordSweep(Erasures erasures, InstantSource clock, LookAgain again) {
        this.erasures = erasures;
        this.clock = clock;
        this.again = again;
    }

    /// True if the case is verified.
    @Transactional
    public boolean record(ErasureId id, Map<SystemName, SystemSweep> found) {
        if (!(erasures.lock(id).orElse(null) instanceof Erasure.Ordered ordered)
                || !ordered.parts().isSettled()) {
            return true;
        }
        var after = ordered;
        var swept = new ArrayList<Verification.Swept>();
        for (var entry : found.entrySet()) {
            if (ordered.parts().find(entry.getKey().participant()).isPresent()) {
                after = judge(after, entry.getKey(), entry.getValue(), swept);
            }
        }
        var verified = after.parts().isSettled();
        erasures.save(
                verified ? after.verify(new Verification(clock.instant(), swept)) : after,
                List.of(),
                again.after(after));
        return verified;
    }

    private Erasure.Ordered judge(
            Erasure.Ordered ordered,
            SystemName system,
            SystemSweep sweep,
            List<Verification.Swept> swept) {
        return switch (sweep) {
            case SystemSweep.Clean(var tables, var columns) -> {
                swept.add(new Verification.Swept(system, tables, columns));
                yield ordered;
            }
            case SystemSweep.Found(var places) ->
                    ordered.failed(
                            system.participant(),
                            "still-found:" + String.join(",", places),
                            clock.instant());
            case SystemSweep.Unreachable(var reason) ->
                    ordered.failed(system.participant(), reason, clock.instant());
        };
    }
}
