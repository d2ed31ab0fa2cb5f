package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The row of a registered participant.
@Entity
@Table(name = "participant")
class ParticipantEntity {
    @Id private UUID id;

    @Column(updatable = false)
    private String tenant;

    @Column(updatable = false)
    private String name;

    @Column(name = "public_key")
    private String publicKey;

    private List<String> categories;
    private @Nullable String account;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ParticipantEntity() {}

    private ParticipantEntity(UUID id, String tenant, Participant participant, String account) {
        this.id = id;
        this.tenant = tenant;
        name = participant.name().code();
        publicKey = participant.publicKey();
        categories = codes(participant);
        this.account = account;
    }

    static ParticipantEntity of(UUID id, String tenant, Participant participant, String account) {
        return new ParticipantEntity(id, tenant, participant, account);
    }

    Participant toDomain() {
        return new Participant(
                new ParticipantName(name),
                publicKey,
                categories.stream().map(Category::new).collect(Collectors.toSet()));
    }

    Optional<String> account() {
        return Optional.ofNullable(account);
    }

    void retire(Instant at) {
        retiredAt = retiredAt == null ? at : retiredAt;
    }

    /// The account that is known stays: whoever registers it anew does not become it.
    void become(Participant participant, String account) {
        this.account = this.account == null ? account : this.account;
        retiredAt = null;
        publicKey = participant.publicKey();
        categories = codes(participant);
    }

    private static List<String> codes(Participant participant) {
        return participant.categories().stream().map(Category::code).sorted().toList();
    }
}
