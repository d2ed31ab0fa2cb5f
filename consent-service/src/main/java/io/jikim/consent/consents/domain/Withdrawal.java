package io.jikim.consent.consents.domain;

import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What taking a consent back leads to.
public sealed interface Withdrawal {

    /// It is withdrawn now.
    record Done(ConsentRecord entry, ConsentFact.Withdrawn fact) implements Withdrawal {}

    /// It had been withdrawn before; nothing changes (withdrawing is as easy as consenting).
    record AlreadyDone(ConsentRecord entry) implements Withdrawal {}

    /// Nothing was given that could be taken back.
    record NothingGiven() implements Withdrawal {}

    /// Takes back `given`, an entry of `history`; `id` and `now` are the withdrawal's own.
    static Withdrawal of(
            ConsentRecord given,
            ConsentHistory history,
            PolicyInForce policy,
            PersonKind kind,
            ConsentId id,
            Instant now) {
        if (given.answer() == Answer.REFUSED) {
            return new NothingGiven();
        }
        var before =
                given.answer() == Answer.WITHDRAWN
                        ? Optional.of(given)
                        : history.withdrawalOf(given);
        return before.<Withdrawal>map(AlreadyDone::new)
                .orElseGet(() -> withdraw(given, history, policy, kind, id, now));
    }

    private static Withdrawal withdraw(
            ConsentRecord given,
            ConsentHistory history,
            PolicyInForce policy,
            PersonKind kind,
            ConsentId id,
            Instant now) {
        var entry =
                new ConsentRecord(
                        id,
                        given.subject(),
                        given.purpose(),
                        Answer.WITHDRAWN,
                        given.evidence(),
                        now);
        var remaining = remaining(given.purpose(), history, policy, kind);
        return new Done(entry, new ConsentFact.Withdrawn(entry, remaining));
    }

    /// While the membership lives, contract and law go on without consent; the rest needs a yes.
    private static List<String> remaining(
            String withdrawn, ConsentHistory history, PolicyInForce policy, PersonKind kind) {
        var given = history.given();
        return policy.purposesOf(kind)
                .flatMap(purpose ->
                        purpose.basis() != Basis.CONSENT || given.contains(purpose.code())
                                ? Stream.of(purpose.code())
                                : Stream.empty())
                .filter(code -> !code.equals(withdrawn))
                .sorted()
                .toList();
    }
}
