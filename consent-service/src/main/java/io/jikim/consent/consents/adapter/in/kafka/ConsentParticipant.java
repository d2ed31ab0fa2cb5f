package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.EraseSubject;
import io.jikim.consent.consents.application.FreezeSubject;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Settlement;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.participant.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// This service as one of those who answer in every erasure case.
@ApplicationScoped
class ConsentParticipant implements Participant {

    private final FreezeSubject freezeSubject;
    private final EraseSubject eraseSubject;

    ConsentParticipant(FreezeSubject freezeSubject, EraseSubject eraseSubject) {
        this.freezeSubject = freezeSubject;
        this.eraseSubject = eraseSubject;
    }

    @Override
    public String name() {
        return "consent-service";
    }

    @Override
    public void freeze(ErasureOpened opened) {
        freezeSubject.freeze(
                new Freeze(opened.caseId(), new SubjectRef(opened.subjectRef()), opened.purpose()));
    }

    /// Rows are deleted, not keys: more than L1 is not claimed.
    @Override
    public Outcome carryOut(ErasureOrdered ordered) {
        var settlement = eraseSubject.erase(ContractOrders.toDomain(ordered));
        return new Outcome(
                settlement.results().stream().map(ConsentParticipant::result).toList(),
                new Evidence("L1", proofs(settlement)));
    }

    private static Result result(Settlement.Result result) {
        return new Result(
                result.category(),
                Disposition.valueOf(result.disposition().name()),
                result.count(),
                result.basis(),
                result.until());
    }

    private static List<String> proofs(Settlement settlement) {
        return settlement.results().stream()
                .map(result ->
                        "rows:%s:%s:%d"
                                .formatted(result.category(), result.disposition(), result.count()))
                .toList();
    }
}
