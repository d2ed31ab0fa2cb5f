package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Budget;
import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifications kept in a map.
public final class InMemoryVerifications implements Verifications {

    private final Map<VerificationId, Verification> verifications = new LinkedHashMap<>();
    private final List<Instant> mails = new ArrayList<>();
    private final List<VerificationFact> facts = new ArrayList<>();

    @Override
    public void add(Verification verification, VerificationFact.Started fact) {
        verifications.put(verification.id(), verification);
        mails.add(fact.at());
        facts.add(fact);
    }

    @Override
    public Optional<Verification> find(VerificationId id) {
        return Optional.ofNullable(verifications.get(id));
    }

    @Override
    public Optional<Verification> take(VerificationId id) {
        return find(id);
    }

    @Override
    public List<Verification> pending(SubjectRef subject) {
        return verifications.values().stream()
                .filter(known -> known.subject().equals(subject))
                .filter(known -> known.state() instanceof State.Pending)
                .toList();
    }

    @Override
    public void resend(Verification verification, Instant at) {
        verifications.put(verification.id(), verification);
        mails.add(at);
    }

    @Override
    public boolean countTry(VerificationId id, Instant at) {
        var found = find(id).filter(known -> known.open(at) && !known.exhausted());
        found.ifPresent(known ->
                verifications.put(
                        id,
                        new Verification(
                                id,
                                known.subject(),
                                known.address(),
                                known.state(),
                                known.sequence(),
                                known.tries() + 1,
                                known.expiresAt())));
        return found.isPresent();
    }

    @Override
    public boolean close(Verification verification, VerificationFact fact) {
        var open = find(verification.id()).filter(known -> known.state() instanceof State.Pending);
        open.ifPresent(_ -> {
            verifications.put(verification.id(), verification);
            facts.add(fact);
        });
        return open.isPresent();
    }

    @Override
    public Budget budget(AddressIndex address, Instant at) {
        var wrong =
                verifications.values().stream()
                        .filter(known -> known.address().equals(address))
                        .mapToInt(known ->
                                known.tries() - (known.state() instanceof State.Verified ? 1 : 0))
                        .sum();
        return new Budget(
                (int) mails.stream().filter(at.minus(Duration.ofHours(1))::isBefore).count(),
                (int) mails.stream().filter(at.minus(Duration.ofDays(1))::isBefore).count(),
                wrong,
                mails.isEmpty() ? Optional.empty() : Optional.of(mails.getLast()));
    }

    public List<VerificationFact> facts() {
        return facts;
    }
}
