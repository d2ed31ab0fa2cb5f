package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "membership")
@NullUnmarked
class MembershipEntity {

    @Id UUID subjectRef;

    @Enumerated(EnumType.STRING)
    PersonKind kind;

    UUID termination;
    Integer policyVersion;
    Instant terminatedAt;

    void end(Standing.Terminated fact) {
        termination = fact.termination();
        policyVersion = fact.policyVersion();
        terminatedAt = fact.at();
    }

    Membership toDomain() {
        var standing =
                termination == null
                        ? new Standing.Active()
                        : new Standing.Terminated(termination, policyVersion, terminatedAt);
        return new Membership(new SubjectRef(subjectRef), kind, standing);
    }
}
