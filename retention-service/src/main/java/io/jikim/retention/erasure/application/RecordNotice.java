package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: the person was told, or nobody can be.
@ApplicationScoped
public class RecordNotice {
    private final Erasures erasures;
    private final InstantSource clock;
    private final LookAgain again;

    RecordNotice(Erasures erasures, InstantSource clock, LookAgain again) {
        this.erasures = erasures;
        this.clock = clock;
        this.again = again;
    }

    @Transactional
    public void sent(ErasureId id) {
        record(id, new Notice.Sent(clock.instant()));
    }

    @Transactional
    public void noAddress(ErasureId id) {
        record(id, new Notice.NoAddress(clock.instant()));
    }

    @Transactional
    public void undeliverable(ErasureId id, String reply) {
        record(id, new Notice.Undeliverable(clock.instant(), reply));
    }

    private void record(ErasureId id, Notice notice) {
        if (erasures.lock(id).orElse(null) instanceof Erasure.Verified verified) {
            erasures.save(verified.inform(notice), List.of(), again.after(verified));
        }
    }
}
