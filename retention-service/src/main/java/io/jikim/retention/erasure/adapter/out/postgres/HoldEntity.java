package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The row of a legal hold.
@Entity
@Table(name = "legal_hold")
class HoldEntity {
    @Id private UUID id;

    @Column(updatable = false)
    private String tenant;

    @Column(updatable = false)
    private UUID subject;

    @Column(updatable = false)
    private List<String> categories;

    @Column(updatable = false)
    private String matter;

    @Column(name = "placed_at", updatable = false)
    private Instant placedAt;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected HoldEntity() {}

    private HoldEntity(String tenant, Hold hold) {
        id = hold.id().value();
        this.tenant = tenant;
        subject = hold.subject().value();
        categories = hold.categories().stream().map(Category::code).sorted().toList();
        matter = hold.matter();
        placedAt = hold.placedAt();
        releasedAt = hold.releasedAt();
    }

    static HoldEntity of(String tenant, Hold hold) {
        return new HoldEntity(tenant, hold);
    }

    Hold toDomain() {
        return new Hold(
                new HoldId(id),
                new SubjectId(subject),
                categories.stream().map(Category::new).collect(Collectors.toSet()),
                matter,
                placedAt,
                releasedAt);
    }

    void become(Hold hold) {
        releasedAt = hold.releasedAt();
    }
}
