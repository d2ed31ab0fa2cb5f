package io.jikim.identity.verification.adapter.out.postgres;

import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A row of `verification`.
@NullUnmarked
@Entity
@Table(name = "verification")
class VerificationEntity {

    enum Stage {
        PENDING,
        VERIFIED,
        LOCKED,
        EXPIRED
    }

    @Id UUID id;

    UUID ref;

    @Column(name = "address_index")
    String addressIndex;

    @Enumerated(EnumType.STRING)
    Stage state;

    int sequence;

    int tries;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    static VerificationEntity of(Verification verification, Instant startedAt) {
        var row = new VerificationEntity();
        row.id = verification.id().value();
        row.ref = verification.subject().value();
        row.addressIndex = verification.address().value();
        row.state = stage(verification.state());
        row.sequence = verification.sequence();
        row.tries = verification.tries();
        row.startedAt = startedAt;
        row.expiresAt = verification.expiresAt();
        return row;
    }

    static Stage stage(State state) {
        return switch (state) {
            case State.Pending _ -> Stage.PENDING;
            case State.Verified _ -> Stage.VERIFIED;
            case State.Locked _ -> Stage.LOCKED;
            case State.Expired _ -> Stage.EXPIRED;
        };
    }

    Verification toDomain() {
        return new Verification(
                new VerificationId(id),
                new SubjectRef(ref),
                new AddressIndex(addressIndex),
                switch (state) {
                    case PENDING -> new State.Pending();
                    case VERIFIED -> new State.Verified(closedAt);
                    case LOCKED -> new State.Locked(closedAt);
                    case EXPIRED -> new State.Expired(closedAt);
                },
                sequence,
                tries,
                expiresAt);
    }
}
