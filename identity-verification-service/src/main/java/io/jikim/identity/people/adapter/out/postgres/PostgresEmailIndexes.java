package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.application.port.EmailIndexes;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The address indexes in the rows of people.
@ApplicationScoped
class PostgresEmailIndexes implements EmailIndexes {

    private final PostgresPeople people;

    PostgresEmailIndexes(PostgresPeople people) {
        this.people = people;
    }

    @Override
    public Optional<String> of(SubjectRef ref) {
        return people.findByIdOptional(ref.value()).map(row -> row.emailIndex);
    }

    @Override
    public boolean verified(SubjectRef ref, String index, Instant at) {
        return people.update(
                        "emailVerifiedAt = :at"
                                + " where ref = :ref and emailIndex = :index and caseId is null",
                        Map.of("at", at, "ref", ref.value(), "index", index))
                == 1;
    }
}
