package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/// Use case: a case on which something broke off is left alone for a while, so that those behind it
/// have their turn.
@ApplicationScoped
public class PostponeErasure {
    private final Erasures erasures;
    private final LookAgain again;

    PostponeErasure(Erasures erasures, LookAgain again) {
        this.erasures = erasures;
        this.again = again;
    }

    @Transactional
    public void postpone(ErasureId id, Erasures.Turn turn) {
        erasures.postpone(id, turn, time(id));
    }

    // A case that cannot even be read would else be the first again at once.
    private Duration time(ErasureId id) {
        try {
            return erasures.find(id).map(again::after).orElse(LookAgain.RAREST);
        } catch (RuntimeException _) {
            return LookAgain.RAREST;
        }
    }
}
