package io.jikim.consent.consents.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a purpose may be served with a person's data now, and why.
public record Decision(boolean allowed, List<Because> because) {

    public Decision {
        because = List.copyOf(because);
    }

    /// The grounds of a yes and the obstacles of a no.
    public enum Because {
        CONTRACT,
        LAW,
        CONSENT,
        NO_SUCH_PURPOSE,
        NOT_CONSENTED,
        REFUSED,
        WITHDRAWN,
        NOTICE_CHANGED,
        RESTRICTED_BY_CORRECTION,
        MEMBERSHIP_TERMINATED,
        ERASURE_IN_PROGRESS,
        ERASED
    }

    /// What is known of the person when the question is asked; `beingCorrected` are item codes.
    public record Situation(
            Membership membership,
            ConsentHistory history,
            List<Freeze> freezes,
            Set<String> beingCorrected) {

        public Situation {
            freezes = List.copyOf(freezes);
            beingCorrected = Set.copyOf(beingCorrected);
        }
    }

    /// The answer for a person of whom nothing is left.
    public static Decision erased() {
        return new Decision(false, List.of(Because.ERASED));
    }

    /// Names every obstacle, not only the first.
    public static Decision on(String code, Situation situation, PolicyInForce policy) {
        var obstacles = new ArrayList<Because>();
        if (!situation.membership().active()) {
            obstacles.add(Because.MEMBERSHIP_TERMINATED);
        }
        if (situation.freezes().stream().anyMatch(freeze -> freeze.covers(code))) {
            obstacles.add(Because.ERASURE_IN_PROGRESS);
        }
        var purpose = policy.purpose(code, situation.membership().kind());
        purpose.ifPresentOrElse(
                named -> {
                    consent(named, situation, policy).ifPresent(obstacles::add);
                    if (named.items().stream().anyMatch(situation.beingCorrected()::contains)) {
                        obstacles.add(Because.RESTRICTED_BY_CORRECTION);
                    }
                },
                () -> obstacles.add(Because.NO_SUCH_PURPOSE));
        return obstacles.isEmpty()
                ? new Decision(true, List.of(ground(purpose.orElseThrow().basis())))
                : new Decision(false, obstacles);
    }

    private static Optional<Because> consent(
            Purpose purpose, Situation situation, PolicyInForce policy) {
        if (purpose.basis() != Basis.CONSENT) {
            return Optional.empty();
        }
        var current = situation.history().current(purpose.code());
        if (current.isEmpty()) {
            return Optional.of(Because.NOT_CONSENTED);
        }
        var entry = current.orElseThrow();
        return switch (entry.answer()) {
            case REFUSED -> Optional.of(Because.REFUSED);
            case WITHDRAWN -> Optional.of(Because.WITHDRAWN);
            case GIVEN ->
                    sameText(entry, situation.membership().kind(), policy)
                            ? Optional.empty()
                            : Optional.of(Because.NOTICE_CHANGED);
        };
    }

    /// A changed purpose, item, period or disadvantage needs consent again (PIPA Art. 15(2)).
    private static boolean sameText(ConsentRecord entry, PersonKind kind, PolicyInForce policy) {
        return policy.notice(entry.purpose(), kind, entry.evidence().language())
                .filter(notice -> notice.digest().equals(entry.evidence().noticeDigest()))
                .isPresent();
    }

    private static Because ground(Basis basis) {
        return switch (basis) {
            case CONTRACT -> Because.CONTRACT;
            case CONSENT -> Because.CONSENT;
            case LAW -> Because.LAW;
        };
    }
}
