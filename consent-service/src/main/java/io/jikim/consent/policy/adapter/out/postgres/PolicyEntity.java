package io.jikim.consent.policy.adapter.out.postgres;

import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.PolicyVersion.State;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "policy")
@NullUnmarked
class PolicyEntity {

    @Id UUID id;
    int number;
    String document;
    Instant importedAt;
    Instant publishedAt;

    static PolicyEntity of(PolicyVersion version) {
        var entity = new PolicyEntity();
        entity.id = version.id().value();
        entity.number = version.number();
        entity.document = version.document().canonicalJson();
        entity.follow(version);
        return entity;
    }

    void follow(PolicyVersion version) {
        switch (version.state()) {
            case State.Draft(var at) -> importedAt = at;
            case State.Published(var imported, var at) -> {
                importedAt = imported;
                publishedAt = at;
            }
        }
    }

    PolicyVersion toDomain() {
        return new PolicyVersion(
                new PolicyId(id),
                number,
                new PolicyDocument(document),
                publishedAt == null
                        ? new State.Draft(importedAt)
                        : new State.Published(importedAt, publishedAt));
    }
}
