package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Use case: everything on a case that nobody else has to do is done now, until others have to act.
@ApplicationScoped
public class WorkOnErasure {
    private final Erasures erasures;
    private final RecoverHolds holds;
    private final AdvanceErasure advance;
    private final CarryOutOrder carryOut;
    private final SweepSystems sweep;
    private final InformSubject inform;
    private final CertifyErasure certify;

    WorkOnErasure(
            Erasures erasures,
            RecoverHolds holds,
            AdvanceErasure advance,
            CarryOutOrder carryOut,
            SweepSystems sweep,
            InformSubject inform,
            CertifyErasure certify) {
        this.erasures = erasures;
        this.holds = holds;
        this.advance = advance;
        this.carryOut = carryOut;
        this.sweep = sweep;
        this.inform = inform;
        this.certify = certify;
    }

    /// What cannot be done now is tried again when the case is looked at the next time. A hold that
    /// a restored database has lost stands again before anything is ordered or destroyed.
    public void work(ErasureId id) {
        Erasure erasure = erasures.find(id).orElseThrow(() -> new UnknownErasure(id));
        holds.recover(erasure.opening().tenant(), erasure.opening().subject());
        var tried = new HashSet<SystemName>();
        var goOn = true;
        while (goOn) {
            goOn =
                    switch (advance.advance(id)) {
                        case Next.Wait _ -> false;
                        case Next.Systems(var names) -> carryOut(erasure, names, tried);
                        case Next.Sweep _ -> sweep.sweep(id);
                        case Next.Inform _ -> inform.inform(id);
                        case Next.Certify _ -> {
                            certify.certify(id);
                            yield true;
                        }
                    };
        }
    }

    private boolean carryOut(Erasure erasure, List<SystemName> names, Set<SystemName> tried) {
        var untried = names.stream().filter(tried::add).toList();
        for (var name : untried) {
            carryOut.carryOut(erasure.id(), erasure.opening().subject(), name);
        }
        return !untried.isEmpty();
    }
}
