package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.contracts.ConsentGiven;
import io.jikim.contracts.ConsentRefused;
import io.jikim.contracts.ConsentWithdrawn;
import io.jikim.contracts.Event;

/// What the other services are told of a consent.
class ConsentContracts {

    private ConsentContracts() {}

    static Event of(ConsentFact fact) {
        var entry = fact.entry();
        var id = entry.id().value();
        var subject = entry.subject().value();
        var evidence = entry.evidence();
        return switch (fact) {
            case ConsentFact.Given _ ->
                    new ConsentGiven(
                            id,
                            subject,
                            entry.purpose(),
                            evidence.policyVersion(),
                            evidence.noticeDigest(),
                            entry.at());
            case ConsentFact.Refused _ ->
                    new ConsentRefused(
                            id,
                            subject,
                            entry.purpose(),
                            evidence.policyVersion(),
                            evidence.noticeDigest(),
                            entry.at());
            case ConsentFact.Withdrawn(_, var remaining) ->
                    new ConsentWithdrawn(
                            id,
                            subject,
                            entry.purpose(),
                            evidence.policyVersion(),
                            remaining,
                            entry.at());
        };
    }
}
